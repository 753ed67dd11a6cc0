"""The simulated platform is as strict as the real one, and tells what became of every alert."""

import copy
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import httpx
import pytest

from skill.simulator.devices import token_of
from skill.simulator.platform import Call, SimulatedPlatform

BERLIN = ZoneInfo("Europe/Berlin")
REMINDERS, TIMERS = "/v1/alerts/reminders", "/v1/alerts/timers"
REMINDER = {
    "requestTime": "2026-11-21T20:00:00.000",
    "trigger": {
        "type": "SCHEDULED_ABSOLUTE",
        "scheduledTime": "2026-11-22T08:30:00.000",
        "timeZoneId": "Europe/Berlin",
    },
    "alertInfo": {"spokenInfo": {"content": [{"locale": "en-US", "text": "Time for a walk."}]}},
    "pushNotification": {"status": "ENABLED"},
}
TIMER = {
    "duration": "PT20M",
    "timerLabel": "cool down",
    "creationBehavior": {"displayExperience": {"visibility": "VISIBLE"}},
    "triggeringBehavior": {"operation": {"type": "NOTIFY_ONLY"}, "notificationConfig": {"playAudible": True}},
}


class Clock:
    def __init__(self):
        self.now = datetime(2026, 11, 21, 20, 0, tzinfo=BERLIN)  # a Saturday

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def platform(clock):
    with SimulatedPlatform(clock) as platform:
        platform.device("ana", permissions=["reminders", "timers"], time_zone="Europe/Berlin")
        yield platform


@pytest.fixture
def ask(platform):
    with httpx.Client(base_url=platform.url, trust_env=False) as client:

        def ask(method, path, json=None, user="ana", device="speaker", **token):
            headers = {"Authorization": f"Bearer {token_of(user, device, **token)}"}
            return client.request(method, path, json=json, headers=headers)

        yield ask


def changed(payload, path, value):
    payload = copy.deepcopy(payload)
    holder = payload
    for name in path[:-1]:
        holder = holder[name]
    holder[path[-1]] = value
    return payload


def recurring(*rules, **more):
    trigger = {**REMINDER["trigger"], "recurrence": {"recurrenceRules": list(rules), **more}}
    return {**REMINDER, "trigger": trigger}


def refused(answer):
    return answer.status_code, answer.json()["code"]


def test_a_reminder_is_set_told_of_and_taken_away(ask, platform):
    answer = ask("POST", REMINDERS, REMINDER)
    assert answer.status_code == 201
    token = answer.json()["alertToken"]
    assert answer.json() == {
        "alertToken": token,
        "createdTime": "2026-11-21T19:00:00.000Z",
        "updatedTime": "2026-11-21T19:00:00.000Z",
        "status": "ON",
        "version": "1",
        "href": f"{REMINDERS}/{token}",
    }
    told = {"kind": "reminder", "at": "2026-11-22T08:30:00+01:00", "text": "Time for a walk.", "days": []}
    assert platform.alerts_of("ana") == [told]
    assert platform.changes() == [{"user": "ana", "action": "set", **told}]
    assert ask("DELETE", f"{REMINDERS}/{token}").status_code == 200
    assert platform.changes() == [{"user": "ana", "action": "cancelled", **told}]
    assert platform.changes() == []
    assert platform.alerts_of("ana") == []


def test_a_reminder_is_listed_with_what_made_it(ask):
    token = ask("POST", REMINDERS, REMINDER).json()["alertToken"]
    (listed,) = ask("GET", REMINDERS).json()["alerts"]
    assert listed["trigger"] == REMINDER["trigger"]
    assert listed["alertInfo"] == REMINDER["alertInfo"]
    assert ask("GET", f"{REMINDERS}/{token}").json() == listed


def test_a_changed_reminder_keeps_its_token(ask, platform):
    token = ask("POST", REMINDERS, REMINDER).json()["alertToken"]
    later = changed(REMINDER, ("trigger", "scheduledTime"), "2026-11-23T08:30:00")
    answer = ask("PUT", f"{REMINDERS}/{token}", later).json()
    assert (answer["alertToken"], answer["version"]) == (token, "2")
    assert [alert["at"] for alert in platform.alerts_of("ana")] == ["2026-11-23T08:30:00+01:00"]
    assert [change["action"] for change in platform.changes()] == ["set", "changed"]


def test_a_reminder_that_has_sounded_is_completed(ask, platform, clock):
    ask("POST", REMINDERS, REMINDER)
    clock.now += timedelta(days=1)
    assert [alert["status"] for alert in ask("GET", REMINDERS).json()["alerts"]] == ["COMPLETED"]
    assert platform.alerts_of("ana") == []


def test_a_recurring_reminder_sounds_at_the_same_wall_time_on_each_of_its_days(ask, platform, clock):
    rules = [f"FREQ=WEEKLY;BYDAY={day};BYHOUR=8;BYMINUTE=30;BYSECOND=0;INTERVAL=1;" for day in ("MO", "SU")]
    ask("POST", REMINDERS, recurring(*rules, startDateTime="2026-11-22T08:30:00.000"))
    (alert,) = platform.alerts_of("ana")
    assert (alert["at"], alert["days"]) == ("2026-11-22T08:30:00+01:00", [0, 6])
    clock.now = datetime(2027, 3, 28, 1, 0, tzinfo=BERLIN)  # the night on which summer time begins
    assert platform.alerts_of("ana")[0]["at"] == "2027-03-28T08:30:00+02:00"
    clock.now = datetime(2027, 3, 28, 9, 0, tzinfo=BERLIN)
    assert platform.alerts_of("ana")[0]["at"] == "2027-03-29T08:30:00+02:00"
    assert ask("GET", REMINDERS).json()["alerts"][0]["status"] == "ON"


def test_a_recurrence_starts_and_ends_when_it_says(ask, platform, clock):
    daily = "FREQ=DAILY;BYHOUR=6;BYMINUTE=10;BYSECOND=0;INTERVAL=1;"
    span = {"startDateTime": "2026-12-01T06:10:00", "endDateTime": "2026-12-03T00:00:00"}
    assert ask("POST", REMINDERS, recurring(daily, **span)).status_code == 201
    assert platform.alerts_of("ana")[0]["at"] == "2026-12-01T06:10:00+01:00"
    clock.now = datetime(2026, 12, 2, 7, 0, tzinfo=BERLIN)
    assert platform.alerts_of("ana") == []


def test_a_relative_reminder_counts_from_now(ask, platform):
    ask("POST", REMINDERS, {**REMINDER, "trigger": {"type": "SCHEDULED_RELATIVE", "offsetInSeconds": 1200}})
    assert platform.alerts_of("ana")[0]["at"] == "2026-11-21T20:20:00+01:00"


def test_a_timer_runs_out(ask, platform, clock):
    answer = ask("POST", TIMERS, TIMER).json()
    assert (answer["status"], answer["duration"], answer["timerLabel"]) == ("ON", "PT20M", "cool down")
    assert answer["triggerTime"] == "2026-11-21T19:20:00.000Z"
    assert [timer["id"] for timer in ask("GET", TIMERS).json()["timers"]] == [answer["id"]]
    told = {"kind": "timer", "at": "2026-11-21T20:20:00+01:00", "text": "cool down", "days": []}
    assert platform.alerts_of("ana") == [told]
    clock.now += timedelta(minutes=20)
    assert ask("GET", TIMERS).json()["timers"] == []
    assert platform.alerts_of("ana") == []
    assert ask("GET", f"{TIMERS}/{answer['id']}").json()["status"] == "OFF"


def test_a_timer_that_announces_tells_what_it_will_say(ask, platform):
    announcement = {"type": "ANNOUNCE", "textToAnnounce": [{"locale": "en-US", "text": "The break is over."}]}
    ask("POST", TIMERS, changed(TIMER, ("triggeringBehavior", "operation"), announcement))
    assert platform.alerts_of("ana")[0]["text"] == "The break is over."


def test_a_timer_is_stopped_but_not_changed(ask, platform):
    token = ask("POST", TIMERS, TIMER).json()["id"]
    assert refused(ask("PUT", f"{TIMERS}/{token}", TIMER)) == (405, "METHOD_NOT_ALLOWED")
    assert ask("DELETE", f"{TIMERS}/{token}").status_code == 200
    assert refused(ask("DELETE", f"{TIMERS}/{token}")) == (404, "ALERT_NOT_FOUND")
    assert platform.alerts_of("ana") == []


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        (("requestTime",), "2026-11-21T20:00:00Z", "INVALID_REQUEST_TIME"),
        (("trigger",), None, "INVALID_TRIGGER"),
        (("trigger", "type"), "SOON", "INVALID_TRIGGER"),
        (("trigger", "scheduledTime"), "2026-11-22T08:30:00.000Z", "UNSUPPORTED_SCHEDULED_TIME_FORMAT"),
        (("trigger", "scheduledTime"), "2026-11-22T08:30:00+01:00", "UNSUPPORTED_SCHEDULED_TIME_FORMAT"),
        (("trigger", "scheduledTime"), "2026-11-22", "UNSUPPORTED_SCHEDULED_TIME_FORMAT"),
        (("trigger", "scheduledTime"), "2026-11-31T08:30:00", "UNSUPPORTED_SCHEDULED_TIME_FORMAT"),
        (("trigger", "scheduledTime"), None, "UNSUPPORTED_SCHEDULED_TIME_FORMAT"),
        (("trigger", "scheduledTime"), "2026-11-21T20:00:00", "INVALID_TRIGGER_SCHEDULED_TIME_IN_PAST"),
        (("trigger", "timeZoneId"), None, "INVALID_TRIGGER_TIME_ZONE"),
        (("trigger", "timeZoneId"), "Middle-earth/Shire", "INVALID_TRIGGER_TIME_ZONE"),
        (("alertInfo", "spokenInfo", "content"), [], "INVALID_ALERT_INFO"),
        (("alertInfo", "spokenInfo", "content"), [{"locale": "en-US", "text": " "}], "INVALID_ALERT_INFO"),
        (("alertInfo", "spokenInfo", "content"), [{"text": "Time."}], "INVALID_ALERT_INFO"),
        (("pushNotification", "status"), "MAYBE", "INVALID_PUSH_NOTIFICATION"),
    ],
)
def test_a_faulty_reminder_is_refused(ask, platform, path, value, code):
    assert refused(ask("POST", REMINDERS, changed(REMINDER, path, value))) == (400, code)
    assert platform.alerts_of("ana") == []


@pytest.mark.parametrize("offset", [0, -1, "60", True, None, 1.5])
def test_an_offset_is_a_positive_number_of_seconds(ask, offset):
    reminder = {**REMINDER, "trigger": {"type": "SCHEDULED_RELATIVE", "offsetInSeconds": offset}}
    assert refused(ask("POST", REMINDERS, reminder)) == (400, "INVALID_TRIGGER_OFFSET")


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        ([], "INVALID_TRIGGER_RECURRENCE"),
        ([7], "INVALID_TRIGGER_RECURRENCE"),
        (["every day"], "INVALID_TRIGGER_RECURRENCE"),
        (["FREQ=DAILY"], "INVALID_TRIGGER_RECURRENCE"),
        (["FREQ=DAILY;BYHOUR=25"], "INVALID_TRIGGER_RECURRENCE"),
        (["FREQ=HOURLY;BYHOUR=6"], "UNSUPPORTED_TRIGGER_RECURRENCE"),
        (["FREQ=WEEKLY;BYHOUR=6"], "UNSUPPORTED_TRIGGER_RECURRENCE"),
        (["FREQ=WEEKLY;BYDAY=XX;BYHOUR=6"], "UNSUPPORTED_TRIGGER_RECURRENCE"),
        (["FREQ=DAILY;BYHOUR=6;INTERVAL=2"], "UNSUPPORTED_TRIGGER_RECURRENCE"),
        (["FREQ=DAILY;BYHOUR=6", "FREQ=DAILY;BYHOUR=9;BYMINUTE=59"], "UNSUPPORTED_TRIGGER_RECURRENCE_INTERVAL"),
        (["FREQ=DAILY;BYHOUR=23", "FREQ=DAILY;BYHOUR=2"], "UNSUPPORTED_TRIGGER_RECURRENCE_INTERVAL"),
    ],
)
def test_a_faulty_recurrence_is_refused(ask, rules, code):
    assert refused(ask("POST", REMINDERS, recurring(*rules))) == (400, code)


def test_a_recurrence_of_four_hours_is_allowed_and_one_that_never_comes_is_not(ask):
    assert ask("POST", REMINDERS, recurring("FREQ=DAILY;BYHOUR=6", "FREQ=DAILY;BYHOUR=10")).status_code == 201
    over = recurring("FREQ=DAILY;BYHOUR=6", endDateTime="2026-11-22T05:00:00")
    assert refused(ask("POST", REMINDERS, over)) == (400, "INVALID_TRIGGER_RECURRENCE")


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        (("duration",), "20 minutes", "INVALID_DURATION"),
        (("duration",), "PT", "INVALID_DURATION"),
        (("duration",), "PT0S", "INVALID_DURATION"),
        (("duration",), "PT25H", "INVALID_DURATION"),
        (("timerLabel",), "x" * 257, "INVALID_TIMER_LABEL"),
        (("creationBehavior",), None, "INVALID_CREATION_BEHAVIOR"),
        (("triggeringBehavior", "operation"), {"type": "SING"}, "INVALID_TRIGGERING_BEHAVIOR"),
        (("triggeringBehavior", "operation"), {"type": "ANNOUNCE"}, "INVALID_TRIGGERING_BEHAVIOR"),
        (("triggeringBehavior", "notificationConfig"), {}, "INVALID_TRIGGERING_BEHAVIOR"),
    ],
)
def test_a_faulty_timer_is_refused(ask, path, value, code):
    assert refused(ask("POST", TIMERS, changed(TIMER, path, value))) == (400, code)


def test_a_payload_that_is_no_object_is_refused(ask):
    assert refused(ask("POST", REMINDERS, ["reminder"])) == (400, "INVALID_PAYLOAD")
    assert refused(ask("POST", REMINDERS)) == (400, "INVALID_PAYLOAD")


def test_what_the_account_does_not_permit_is_refused_until_it_does(ask, platform):
    platform.device("ben")
    assert refused(ask("POST", REMINDERS, REMINDER, user="ben")) == (401, "UNAUTHORIZED")
    assert refused(ask("GET", REMINDERS, user="ben")) == (401, "UNAUTHORIZED")
    platform.permit("ben", "reminders")
    assert platform.permitted("ben") == {"reminders"}
    assert ask("POST", REMINDERS, REMINDER, user="ben").status_code == 201
    assert refused(ask("POST", TIMERS, TIMER, user="ben")) == (401, "UNAUTHORIZED")


def test_a_second_device_leaves_what_the_account_permits(ask, platform):
    platform.device("ana", "kitchen")
    assert ask("GET", REMINDERS, device="kitchen").status_code == 200
    platform.device("ana", "kitchen", permissions=[])
    assert refused(ask("GET", REMINDERS)) == (401, "UNAUTHORIZED")


def test_a_device_does_only_what_it_supports(ask, platform):
    platform.device("ana", "remote", supports=["timers"])
    assert refused(ask("POST", REMINDERS, REMINDER, device="remote")) == (403, "DEVICE_NOT_SUPPORTED")
    assert ask("POST", TIMERS, TIMER, device="remote").status_code == 201


def test_alerts_are_created_only_within_a_session(ask):
    assert refused(ask("POST", REMINDERS, REMINDER, in_session=False)) == (403, "NOT_IN_SESSION")
    assert ask("GET", REMINDERS, in_session=False).status_code == 200


def test_a_device_holds_only_so_many(ask, platform, clock):
    assert platform.room == 500
    platform.room = 1
    platform.device("ana", "kitchen")
    assert ask("POST", REMINDERS, REMINDER).status_code == 201
    assert refused(ask("POST", REMINDERS, REMINDER)) == (403, "MAX_REMINDERS_EXCEEDED")
    assert ask("POST", REMINDERS, REMINDER, device="kitchen").status_code == 201
    assert ask("POST", TIMERS, TIMER).status_code == 201
    assert refused(ask("POST", TIMERS, TIMER)) == (403, "MAX_TIMERS_EXCEEDED")
    clock.now += timedelta(minutes=21)
    assert ask("POST", TIMERS, TIMER).status_code == 201


def test_users_do_not_see_each_other_s_alerts(ask, platform):
    platform.device("ben", permissions=["reminders", "timers"])
    token = ask("POST", REMINDERS, REMINDER).json()["alertToken"]
    assert ask("GET", REMINDERS, user="ben").json()["alerts"] == []
    assert refused(ask("DELETE", f"{REMINDERS}/{token}", user="ben")) == (404, "ALERT_NOT_FOUND")
    assert refused(ask("DELETE", f"{TIMERS}/{token}")) == (404, "ALERT_NOT_FOUND")
    assert platform.alerts_of("ben") == []


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer nonsense", "Bearer W10=", "Bearer WzFd", f"Basic {token_of('ana', 'speaker')}"]
)
def test_a_token_of_nobody_is_refused(platform, header):
    answer = httpx.get(platform.url + REMINDERS, headers={"Authorization": header}, trust_env=False)
    assert refused(answer) == (401, "INVALID_BEARER_TOKEN")


def test_a_user_and_a_device_may_have_any_name(platform):
    user, device = "a|b/c “ü”\n", "d e/f?g"
    token = platform.device(user, device, time_zone="Asia/Tokyo")
    address = httpx.URL(platform.url).copy_with(raw_path=b"/v2/devices/d%20e%2Ff%3Fg/settings/System.timeZone")
    assert httpx.get(address, headers={"Authorization": f"Bearer {token}"}, trust_env=False).json() == "Asia/Tokyo"


def test_a_device_tells_its_own_time_zone_or_none(ask, platform):
    address = "/v2/devices/speaker/settings/System.timeZone"
    assert ask("GET", address).json() == "Europe/Berlin"
    platform.device("ana", time_zone=None)
    assert ask("GET", address).status_code == 204
    platform.device("ana", "kitchen")
    assert refused(ask("GET", address, device="kitchen")) == (403, "FORBIDDEN")


def test_an_unknown_call_is_refused(ask):
    assert refused(ask("GET", "/v1/alerts/alarms")) == (404, "NO_SUCH_CALL")
    assert refused(ask("PATCH", REMINDERS)) == (405, "NO_SUCH_CALL")


def test_it_fails_as_often_as_it_is_told_to(ask, platform):
    platform.fail(503, "DOWN", times=2)
    assert [ask("GET", REMINDERS).status_code for _ in range(3)] == [503, 503, 200]


def test_it_is_slow_when_told_to_and_stops_at_once(platform):
    platform.delay = 60
    with pytest.raises(httpx.ReadTimeout):
        httpx.get(platform.url + REMINDERS, timeout=0.05, trust_env=False)
    platform.stop()
    assert platform.calls == [Call("GET", REMINDERS)]


def test_it_lists_the_calls_that_were_made(ask, platform):
    ask("GET", TIMERS)
    ask("POST", REMINDERS, REMINDER)
    assert platform.calls == [Call("GET", TIMERS), Call("POST", REMINDERS)]


def test_it_has_an_address_only_while_it_runs_and_keeps_its_alerts(ask, platform):
    ask("POST", REMINDERS, REMINDER)
    platform.stop()
    with pytest.raises(RuntimeError, match="not been started"):
        _ = platform.url
    with platform:
        headers = {"Authorization": f"Bearer {token_of('ana', 'speaker')}"}
        assert len(httpx.get(platform.url + REMINDERS, headers=headers, trust_env=False).json()["alerts"]) == 1


def test_without_a_clock_of_its_own_it_goes_by_the_world_s():
    assert abs(SimulatedPlatform().clock() - datetime.now(UTC)) < timedelta(minutes=1)
