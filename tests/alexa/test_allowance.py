from skill.alexa.allowance import Allowance


class Seconds:
    """A clock that moves when told."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


def test_a_flood_of_addresses_is_allowed_a_handful_a_minute():
    seconds = Seconds()
    allowance = Allowance(seconds, burst=6, per_minute=6, at_once=500)
    assert sum(allowance.take(f"https://flood/{number}", known=False) for number in range(500)) == 6
    seconds.now += 60
    assert sum(allowance.take(f"https://flood/{number}", known=False) for number in range(500, 1000)) == 6
    seconds.now += 10
    assert sum(allowance.take(f"https://flood/{number}", known=False) for number in range(1000, 1500)) == 1


def test_the_bucket_never_holds_more_than_its_burst():
    seconds = Seconds()
    allowance = Allowance(seconds, burst=3, per_minute=6, at_once=500)
    seconds.now += 86_400
    assert sum(allowance.take(f"https://flood/{number}", known=False) for number in range(500)) == 3


def test_a_known_address_is_not_held_up_by_a_flood():
    allowance = Allowance(Seconds(), burst=1)
    assert allowance.take("https://flood", known=False)
    assert not allowance.take("https://stranger", known=False)
    assert allowance.take("https://known", known=True)


def test_an_address_that_is_asked_for_again_has_fetches_of_its_own():
    allowance = Allowance(Seconds(), burst=1, at_once=500)
    assert allowance.take("https://flood", known=False)
    assert not allowance.take("https://new", known=False)
    assert not allowance.take("https://stranger", known=False)
    assert allowance.take("https://new", known=False)
    assert not allowance.take("https://stranger", known=False)


def test_only_so_many_that_got_nothing_are_remembered():
    allowance = Allowance(Seconds(), burst=1, waiting=2)
    for address in ("https://flood", "https://one", "https://two", "https://three"):
        allowance.take(address, known=False)
        allowance.succeeded("https://flood")
    assert not allowance.take("https://one", known=False)
    assert allowance.take("https://three", known=False)


def test_only_so_many_new_addresses_are_fetched_at_once():
    allowance = Allowance(Seconds(), at_once=2)
    assert [allowance.take(f"https://slow/{number}", known=False) for number in range(3)] == [True, True, False]
    assert allowance.take("https://known", known=True)
    allowance.failed("https://slow/0")
    assert allowance.take("https://slow/3", known=False)
    assert not allowance.take("https://slow/4", known=False)
    allowance.succeeded("https://slow/1")
    assert allowance.take("https://slow/4", known=False)


def test_a_failed_address_rests_twice_as_long_each_time():
    seconds = Seconds()
    allowance = Allowance(seconds, first_pause=5, longest_pause=15)
    for pause in (5, 10, 15, 15):
        assert allowance.take("https://dead", known=True)
        allowance.failed("https://dead")
        seconds.now += pause - 0.01
        assert not allowance.take("https://dead", known=True)
        seconds.now += 0.02


def test_success_ends_the_pauses():
    allowance = Allowance(Seconds())
    allowance.failed("https://shaky")
    assert not allowance.take("https://shaky", known=False)
    allowance.succeeded("https://shaky")
    assert allowance.take("https://shaky", known=False)


def test_only_so_many_failed_addresses_are_remembered():
    allowance = Allowance(Seconds(), remembered=2)
    for address in ("https://one", "https://two", "https://three"):
        allowance.failed(address)
    assert allowance.take("https://one", known=True)
    assert not allowance.take("https://two", known=True)
    assert not allowance.take("https://three", known=True)
