"""Reminders, timers and time zones, asked of the simulated platform over real HTTP."""

import json
import socket
import threading
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, HTTPServer
from zoneinfo import ZoneInfo

import pytest

from skill.alexa.alerts import reminder_body, reminder_receipt, sounds_at, timer_body, timer_receipt
from skill.alexa.calls import outcome_of, trusted_base
from skill.alexa.services import Services
from skill.errors import PlatformError
from skill.platform import EVERY_DAY, Reminder, Timer
from skill.simulator.devices import token_of
from skill.simulator.platform import Call, SimulatedPlatform

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 21, 20, 0, tzinfo=BERLIN)  # a Saturday
LATER = datetime(2026, 11, 22, 8, 30, tzinfo=BERLIN)
USER, DEVICE, TEXT = "user-1", "device/1", "Time for your check-in."
GRANTED = {"alexa::alerts:reminders:skill:readwrite": "GRANTED", "alexa::alerts:timers:skill:readwrite": "DENIED"}


@pytest.fixture
def simulated():
    with SimulatedPlatform(lambda: NOW) as platform:
        platform.device(USER, DEVICE, time_zone="Europe/Berlin", permissions=["reminders", "timers"])
        yield platform


@pytest.fixture
def services(simulated):
    with Services([simulated.url]) as pool:
        yield pool


@pytest.fixture
def line(simulated, services):
    return services.for_request(simulated.url, token_of(USER, DEVICE), DEVICE, "en-US", GRANTED)


@contextmanager
def answering(*answers):
    """A server that gives these raw answers, one a connection, and lists the requests it got."""
    got = []

    class Handler(BaseHTTPRequestHandler):
        def handle_one_request(self):
            got.append(self.rfile.readline().decode().split(" ")[0])
            while self.rfile.readline().strip():
                pass
            self.wfile.write(answers[min(len(got), len(answers)) - 1])
            self.close_connection = True

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", got
        server.shutdown()
        thread.join()


def body_of(content, status="200 OK"):
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(content)}\r\nConnection: close\r\n\r\n".encode() + content


def line_to(url, services=None, deadline=None):
    return (services or Services([url])).for_request(url, "token", DEVICE, "en-US", {}, deadline)


def refusal(call, *arguments):
    with pytest.raises(PlatformError) as caught:
        call(*arguments)
    return caught.value.outcome


def test_a_reminder_is_set_listed_changed_and_taken_away(line, simulated):
    receipt = line.create_reminder(Reminder("label", LATER), TEXT, NOW)
    assert (receipt.on, receipt.at, receipt.text, receipt.created) == (True, LATER, TEXT, NOW)
    assert line.list_reminders() == [receipt]
    moved = line.change_reminder(receipt.token, Reminder("label", LATER + timedelta(hours=1)), "Later.", NOW)
    assert line.list_reminders() == [moved]
    assert (moved.token, moved.at, moved.text) == (receipt.token, LATER + timedelta(hours=1), "Later.")
    line.delete_reminder(receipt.token)
    assert line.list_reminders() == []
    assert [change["action"] for change in simulated.changes()] == ["set", "changed", "cancelled"]


def test_a_reminder_after_a_span_sounds_that_much_later(line, simulated):
    receipt = line.create_reminder(Reminder("label", after=timedelta(minutes=20)), TEXT, NOW)
    assert receipt.at == NOW + timedelta(minutes=20)
    assert line.list_reminders()[0].at == receipt.at
    assert simulated.alerts_of(USER)[0]["at"] == "2026-11-21T20:20:00+01:00"


@pytest.mark.parametrize(
    ("days", "first"),
    [(EVERY_DAY, LATER), ((6,), LATER), ((0, 3), LATER + timedelta(days=1)), ((5,), LATER + timedelta(days=6))],
)
def test_a_recurring_reminder_first_sounds_on_the_next_of_its_days(line, simulated, days, first):
    receipt = line.create_reminder(Reminder("label", LATER, days=days), TEXT, NOW)
    assert receipt.at == first
    (alert,) = simulated.alerts_of(USER)
    assert (datetime.fromisoformat(alert["at"]), tuple(alert["days"])) == (first, days)


def test_a_recurring_reminder_whose_time_has_passed_today_first_sounds_on_a_later_day():
    reminder = Reminder("label", NOW.replace(hour=7), days=EVERY_DAY)
    assert sounds_at(reminder, NOW) == datetime(2026, 11, 22, 7, tzinfo=BERLIN)


def test_the_rules_of_a_recurrence_are_the_platform_s():
    def rules(days):
        return reminder_body(Reminder("label", LATER, days=days), TEXT, "en-US", NOW)["trigger"]["recurrence"]

    assert rules(EVERY_DAY) == {
        "startDateTime": "2026-11-22T08:30:00.000",
        "recurrenceRules": ["FREQ=DAILY;BYHOUR=8;BYMINUTE=30;BYSECOND=0;INTERVAL=1;"],
    }
    assert rules((4, 0)) == {
        "startDateTime": "2026-11-23T08:30:00.000",
        "recurrenceRules": [
            "FREQ=WEEKLY;BYDAY=MO;BYHOUR=8;BYMINUTE=30;BYSECOND=0;INTERVAL=1;",
            "FREQ=WEEKLY;BYDAY=FR;BYHOUR=8;BYMINUTE=30;BYSECOND=0;INTERVAL=1;",
        ],
    }


def test_a_reminder_is_written_as_the_platform_wants_it():
    assert reminder_body(Reminder("label", LATER), TEXT, "en-GB", NOW) == {
        "requestTime": "2026-11-21T20:00:00.000",
        "trigger": {
            "type": "SCHEDULED_ABSOLUTE",
            "scheduledTime": "2026-11-22T08:30:00.000",
            "timeZoneId": "Europe/Berlin",
        },
        "alertInfo": {"spokenInfo": {"content": [{"locale": "en-GB", "text": TEXT}]}},
        "pushNotification": {"status": "DISABLED"},
    }


def test_a_wall_time_that_daylight_saving_skips_is_written_as_the_one_after_it():
    skipped = datetime(2026, 3, 29, 2, 30, tzinfo=BERLIN)
    trigger = reminder_body(Reminder("label", skipped), TEXT, "en-US", NOW.replace(month=2))["trigger"]
    assert trigger["scheduledTime"] == "2026-03-29T03:30:00.000"


def test_a_daily_wall_time_that_is_skipped_once_keeps_its_hour():
    skipped = datetime(2026, 3, 29, 2, 30, tzinfo=BERLIN)
    trigger = reminder_body(Reminder("label", skipped, days=EVERY_DAY), TEXT, "en-US", NOW.replace(month=2))["trigger"]
    assert "BYHOUR=2;BYMINUTE=30" in trigger["recurrence"]["recurrenceRules"][0]


def test_the_second_passing_of_a_repeated_wall_time_is_counted_out():
    now = datetime(2026, 10, 25, 0, 30, tzinfo=BERLIN)
    second = datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=BERLIN)
    trigger = reminder_body(Reminder("label", second), TEXT, "en-US", now)["trigger"]
    assert trigger == {"type": "SCHEDULED_RELATIVE", "offsetInSeconds": 3 * 3600}
    first = reminder_body(Reminder("label", second.replace(fold=0)), TEXT, "en-US", now)["trigger"]
    assert first["scheduledTime"] == "2026-10-25T02:30:00.000"


def test_a_span_is_elapsed_time_across_daylight_saving():
    now = datetime(2026, 10, 25, 0, 30, tzinfo=BERLIN)
    reminder = Reminder("label", after=timedelta(hours=8))
    assert sounds_at(reminder, now) == datetime(2026, 10, 25, 7, 30, tzinfo=BERLIN)
    assert reminder_body(reminder, TEXT, "en-US", now)["trigger"]["offsetInSeconds"] == 8 * 3600


def test_an_instant_in_no_named_zone_is_written_in_utc():
    at = LATER.astimezone(timezone(timedelta(hours=5)))
    trigger = reminder_body(Reminder("label", at), TEXT, "en-US", NOW)["trigger"]
    assert (trigger["scheduledTime"], trigger["timeZoneId"]) == ("2026-11-22T07:30:00.000", "UTC")


@pytest.mark.parametrize(
    ("reminder", "now"),
    [
        (Reminder("label"), NOW),
        (Reminder("label", LATER.replace(tzinfo=None)), NOW),
        (Reminder("label", LATER), NOW.replace(tzinfo=None)),
    ],
)
def test_a_reminder_without_an_aware_time_is_a_fault_of_the_caller(reminder, now):
    with pytest.raises(ValueError, match="needs"):
        sounds_at(reminder, now)


def test_a_timer_is_started_listed_and_stopped(line, simulated):
    receipt = line.create_timer(Timer("label", timedelta(minutes=20)), TEXT, NOW)
    assert (receipt.on, receipt.at, receipt.text) == (True, NOW + timedelta(minutes=20), TEXT)
    assert line.list_timers() == [receipt]
    line.delete_timer(receipt.token)
    assert line.list_timers() == []
    assert [(change["kind"], change["action"]) for change in simulated.changes()] == [
        ("timer", "set"),
        ("timer", "cancelled"),
    ]


@pytest.mark.parametrize(
    ("span", "written"),
    [
        (timedelta(minutes=20), "PT20M"),
        (timedelta(hours=2), "PT2H"),
        (timedelta(hours=1, minutes=1, seconds=1), "PT1H1M1S"),
        (timedelta(seconds=89.2), "PT1M30S"),
        (timedelta(), "PT1S"),
    ],
)
def test_a_span_is_written_as_an_iso_duration(span, written):
    assert timer_body(Timer("label", span), TEXT, "en-US")["duration"] == written


def test_a_timer_announces_its_text_and_is_known_by_it():
    assert timer_body(Timer("label", timedelta(minutes=5)), TEXT, "en-US") == {
        "duration": "PT5M",
        "timerLabel": TEXT,
        "creationBehavior": {"displayExperience": {"visibility": "VISIBLE"}},
        "triggeringBehavior": {
            "operation": {"type": "ANNOUNCE", "textToAnnounce": [{"locale": "en-US", "text": TEXT}]},
            "notificationConfig": {"playAudible": True},
        },
    }


def test_the_device_s_time_zone_is_asked_for(line, simulated):
    assert line.time_zone() == "Europe/Berlin"
    assert simulated.calls == [Call("GET", "/v2/devices/device/1/settings/System.timeZone")]


@pytest.mark.parametrize("zone", [None, "Middle-earth/Shire", "../etc/passwd", "Europe"])
def test_a_time_zone_that_is_not_set_or_not_known_is_none(simulated, line, zone):
    simulated.device(USER, DEVICE, time_zone=zone)
    assert line.time_zone() is None


def test_a_time_zone_that_cannot_be_asked_for_is_busy_and_one_that_is_not_there_is_none(simulated, line):
    simulated.fail(429)
    assert refusal(line.time_zone) == "busy"
    simulated.fail(404)
    assert line.time_zone() is None


def test_an_empty_answer_is_an_empty_list():
    with answering(b"HTTP/1.1 204 No Content\r\n\r\n") as (url, _), Services([url]) as pool:
        assert line_to(url, pool).list_reminders() == []


def test_a_request_without_a_device_asks_for_no_time_zone(services, simulated):
    assert services.for_request(simulated.url, "token", "", "en-US", {}).time_zone() is None
    assert simulated.calls == []


def test_what_the_account_permits_is_what_the_request_says(services, simulated):
    line = services.for_request(simulated.url, "token", DEVICE, "en-US", GRANTED)
    assert (line.permitted("reminders"), line.permitted("timers")) == (True, False)
    assert services.for_request(simulated.url, "token", DEVICE, "en-US", {}).permitted("timers") is None


def test_a_permission_that_is_missing_asks_for_consent(line, simulated):
    simulated.device(USER, DEVICE, permissions=["timers"])
    assert refusal(line.create_reminder, Reminder("label", LATER), TEXT, NOW) == "consent"
    assert refusal(line.list_reminders) == "consent"
    assert line.create_timer(Timer("label", timedelta(minutes=5)), TEXT, NOW)


def test_a_device_that_cannot_is_unsupported(line, simulated):
    simulated.device(USER, DEVICE, supports=["timers"])
    assert refusal(line.create_reminder, Reminder("label", LATER), TEXT, NOW) == "unsupported"


def test_a_device_with_no_room_left_is_full(line, simulated):
    simulated.room = 1
    line.create_reminder(Reminder("label", LATER), TEXT, NOW)
    assert refusal(line.create_reminder, Reminder("label", LATER), TEXT, NOW) == "full"
    line.create_timer(Timer("label", timedelta(minutes=5)), TEXT, NOW)
    assert refusal(line.create_timer, Timer("label", timedelta(minutes=5)), TEXT, NOW) == "full"


def test_an_alert_that_is_gone_is_missing(line):
    assert refusal(line.delete_reminder, "no-such-token") == "missing"
    assert refusal(line.delete_timer, "no-such-token") == "missing"
    assert refusal(line.change_reminder, "no-such-token", Reminder("label", LATER), TEXT, NOW) == "missing"


@pytest.mark.parametrize("token", ["", ".", "..", "../timers", "a/b?c#d"])
def test_a_token_names_one_alert_and_nothing_else(line, simulated, token):
    line.create_reminder(Reminder("label", LATER), TEXT, NOW)
    assert refusal(line.delete_reminder, token) == "missing"
    assert len(simulated.alerts_of(USER)) == 1


def test_a_time_that_has_passed_fails(line):
    assert refusal(line.create_reminder, Reminder("label", NOW - timedelta(minutes=1)), TEXT, NOW) == "failed"


def test_a_reminder_is_not_created_outside_of_a_session(services, simulated):
    outside = services.for_request(simulated.url, token_of(USER, DEVICE, in_session=False), DEVICE, "en-US", {})
    assert refusal(outside.create_reminder, Reminder("label", LATER), TEXT, NOW) == "failed"
    assert outside.list_reminders() == []


@pytest.mark.parametrize("status", [408, 429, 500, 503, 504])
def test_an_overloaded_platform_is_busy_and_a_post_is_not_repeated(line, simulated, status):
    simulated.fail(status)
    assert refusal(line.create_reminder, Reminder("label", LATER), TEXT, NOW) == "busy"
    assert simulated.calls == [Call("POST", "/v1/alerts/reminders")]
    assert simulated.alerts_of(USER) == []


def test_a_get_that_the_platform_fumbles_is_repeated_once(line, simulated):
    simulated.fail(503)
    assert line.list_reminders() == []
    simulated.fail(503, times=2)
    assert refusal(line.list_reminders) == "busy"
    assert len(simulated.calls) == 4


def test_a_get_that_is_told_to_slow_down_is_not_repeated(line, simulated):
    simulated.fail(429, "RATE_LIMIT_EXCEEDED")
    assert refusal(line.list_reminders) == "busy"
    assert len(simulated.calls) == 1


@pytest.mark.parametrize(
    ("status", "code", "outcome"),
    [
        (400, "INVALID_ALERT_INFO", "failed"),
        (400, "UNSUPPORTED_TRIGGER_RECURRENCE_INTERVAL", "failed"),
        (400, "DEVICE_NOT_SUPPORTED", "unsupported"),
        (401, "", "consent"),
        (401, "INVALID_BEARER_TOKEN", "consent"),
        (403, "", "unsupported"),
        (403, "DEVICE_NOT_SUPPORTED", "unsupported"),
        (403, "PERMISSION_DENIED", "consent"),
        (403, "NOT_IN_SESSION", "failed"),
        (403, "MAX_REMINDERS_EXCEEDED", "full"),
        (403, "REMINDER_LIMIT_EXCEEDED", "full"),
        (404, "", "missing"),
        (405, "", "failed"),
        (409, "CONFLICT", "failed"),
        (302, "", "failed"),
        (429, "TOO_MANY_REQUESTS", "busy"),
        (500, "MAX_REMINDERS_EXCEEDED", "busy"),
        (504, "DEVICE_OFFLINE", "busy"),
    ],
)
def test_every_refusal_has_its_outcome(status, code, outcome):
    assert outcome_of(status, code) == outcome


def test_an_error_carries_the_platform_s_code_and_none_of_its_words(line, simulated):
    simulated.fail(400, "INVALID_ALERT_INFO")
    with pytest.raises(PlatformError) as caught:
        line.list_reminders()
    assert str(caught.value) == "failed INVALID_ALERT_INFO"
    simulated.fail(400, "she said something")
    with pytest.raises(PlatformError, match=r"^failed HTTP_400$"):
        line.list_reminders()


def test_a_slow_platform_is_busy_when_the_turn_s_time_is_over(simulated):
    seconds = iter([0.0, 0.0, 0.05])
    with Services([simulated.url], clock=lambda: next(seconds)) as pool:
        simulated.delay = 10
        line = pool.for_request(simulated.url, token_of(USER, DEVICE), DEVICE, "en-US", {}, deadline=0.12)
        with pytest.raises(PlatformError, match="busy TIMEOUT"):
            line.list_reminders()
        assert len(simulated.calls) == 1


def test_nothing_is_sent_when_no_time_is_left(simulated, services):
    line = services.for_request(simulated.url, token_of(USER, DEVICE), DEVICE, "en-US", {}, deadline=0.0)
    with pytest.raises(PlatformError, match="busy BUDGET"):
        line.create_reminder(Reminder("label", LATER), TEXT, NOW)
    assert simulated.calls == []


def test_an_answer_that_trickles_in_past_the_deadline_is_busy():
    seconds = iter([0.0, 0.0, 5.0])
    with answering(body_of(b'{"alerts": []}')) as (url, _), Services([url], clock=lambda: next(seconds)) as pool:
        line = line_to(url, pool, deadline=2.0)
        with pytest.raises(PlatformError, match="busy TIMEOUT"):
            line.list_reminders()


def test_a_platform_that_is_not_there_is_busy():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
    with Services([url]) as pool, pytest.raises(PlatformError, match="busy NO_CONNECTION"):
        line_to(url, pool).create_reminder(Reminder("label", LATER), TEXT, NOW)


def test_a_connection_that_breaks_is_busy_and_only_a_get_is_tried_again():
    with answering(b"") as (url, got), Services([url]) as pool:
        assert refusal(line_to(url, pool).create_reminder, Reminder("label", LATER), TEXT, NOW) == "busy"
        assert got == ["POST"]
    with answering(b"", body_of(b'{"alerts": []}')) as (url, got), Services([url]) as pool:
        assert line_to(url, pool).list_reminders() == []
        assert got == ["GET", "GET"]


@pytest.mark.parametrize("content", [b"<html>", b"{", b"\xff", b"[1]", b'"alerts"', b'{"alerts": 7}'])
def test_nonsense_is_failed(content):
    with answering(body_of(content)) as (url, _), Services([url]) as pool:
        assert refusal(line_to(url, pool).list_reminders) == "failed"
    with answering(body_of(content, "201 Created")) as (url, _), Services([url]) as pool:
        assert refusal(line_to(url, pool).create_reminder, Reminder("label", LATER), TEXT, NOW) == "failed"


def test_an_answer_without_end_is_failed():
    with answering(body_of(b" " * (1024 * 1024 + 1))) as (url, _), Services([url]) as pool:
        assert refusal(line_to(url, pool).list_reminders) == "failed"


def test_a_redirection_is_not_followed():
    with answering(b"HTTP/1.1 302 Found\r\nLocation: https://example.org/\r\nContent-Length: 0\r\n\r\n") as (url, got):
        with Services([url]) as pool:
            assert refusal(line_to(url, pool).list_reminders) == "failed"
        assert got == ["GET"]


def test_what_is_odd_in_a_list_is_left_out_and_the_rest_is_read():
    alerts = [
        None,
        {},
        {"alertToken": 7},
        {"alertToken": "a", "status": "COMPLETED"},
        {
            "alertToken": "b",
            "status": "ON",
            "createdTime": "2026-11-21T19:00:00.000Z",
            "trigger": {"scheduledTime": "2026-11-22T08:30:00.000", "timeZoneId": "Europe/Berlin", "new": 1},
            "alertInfo": {"spokenInfo": {"content": [{"text": TEXT}]}},
        },
    ]
    with (
        answering(body_of(json.dumps({"totalCount": "5", "alerts": alerts}).encode())) as (url, _),
        Services([url]) as pool,
    ):
        first, second = line_to(url, pool).list_reminders()
    assert (first.token, first.on, first.at, first.text) == ("a", False, None, "")
    assert (second.token, second.on, second.at, second.text, second.created) == ("b", True, LATER, TEXT, NOW)


@pytest.mark.parametrize(
    ("trigger", "at"),
    [
        ({"scheduledTime": "2026-11-22T08:30:00.000", "timeZoneId": "Nowhere"}, LATER.replace(tzinfo=UTC)),
        ({"scheduledTime": "soon", "timeZoneId": "Europe/Berlin"}, None),
        ({"offsetInSeconds": 60}, NOW + timedelta(minutes=1)),
        ({"offsetInSeconds": 10**30}, NOW.astimezone(UTC) + timedelta(seconds=10**9)),
        ({"timeZoneId": "Europe/Berlin", "recurrence": {"startDateTime": "2026-11-22T08:30:00.000"}}, LATER),
        ({"offsetInSeconds": 10**300}, NOW.astimezone(UTC) + timedelta(seconds=10**9)),
        ({}, None),
        ("tomorrow", None),
    ],
)
def test_the_time_of_a_listed_reminder_is_read_as_far_as_it_is_said(trigger, at):
    document = {"alertToken": "a", "createdTime": "2026-11-21T19:00:00Z", "trigger": trigger}
    assert reminder_receipt(document).at == at


def test_a_reminder_from_the_end_of_time_has_no_time():
    document = {"alertToken": "a", "createdTime": "9999-12-31T00:00:00Z", "trigger": {"offsetInSeconds": 10**6}}
    assert reminder_receipt(document).at is None


def test_a_timer_without_an_id_is_no_timer():
    assert timer_receipt({"status": "ON"}) is None
    assert timer_receipt({"id": "t", "status": "PAUSED"}).on
    assert not timer_receipt({"id": "t", "status": "OFF"}).on


@pytest.mark.parametrize(
    ("endpoint", "base"),
    [
        ("https://api.amazonalexa.com", "https://api.amazonalexa.com"),
        ("https://api.eu.amazonalexa.com/", "https://api.eu.amazonalexa.com"),
        ("https://api.fe.amazonalexa.com:443", "https://api.fe.amazonalexa.com"),
        ("https://API.AmazonAlexa.com", "https://api.amazonalexa.com"),
        ("https://api.fe.amazon.com", "https://api.fe.amazon.com"),
        ("http://127.0.0.1:9", "http://127.0.0.1:9"),
        ("http://api.amazonalexa.com", None),
        ("https://api.amazonalexa.com:8443", None),
        ("https://api.amazonalexa.com.example.org", None),
        ("https://evilamazonalexa.com", None),
        ("https://example.org/api.amazonalexa.com", None),
        ("https://api.amazonalexa.com@example.org", None),
        ("https://user@api.amazonalexa.com", None),
        ("https://api.amazonalexa.com/v9", None),
        ("https://api.amazonalexa.com?x=1", None),
        ("https://api.amazonalexa.com:port", None),
        ("http://127.0.0.1:10", None),
        ("http://127.0.0.1:9@example.org", None),
        ("", None),
    ],
)
def test_a_token_goes_to_amazon_and_to_what_is_allowed_and_nowhere_else(endpoint, base):
    assert trusted_base(endpoint, frozenset({"http://127.0.0.1:9"})) == base


def test_an_endpoint_that_is_not_trusted_gets_nothing(simulated):
    with Services() as pool, pytest.raises(PlatformError, match="failed ENDPOINT_REFUSED"):
        pool.for_request(simulated.url, token_of(USER, DEVICE), DEVICE, "en-US", {}).list_reminders()
    assert simulated.calls == []


@pytest.mark.parametrize("token", ["", "a b", "a\r\nX: 1", "ü"])
def test_a_token_that_is_none_is_not_sent(simulated, services, token):
    with pytest.raises(PlatformError, match="failed NO_TOKEN"):
        services.for_request(simulated.url, token, DEVICE, "en-US", {}).list_reminders()
    assert simulated.calls == []


def test_a_proxy_in_the_environment_does_not_see_what_goes_to_an_allowed_address(simulated, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    with Services([simulated.url]) as pool:
        assert pool.for_request(simulated.url, token_of(USER, DEVICE), DEVICE, "en-US", {}).list_reminders() == []
