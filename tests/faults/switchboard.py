"""A platform whose calls can be meddled with, before they are carried out and after."""

from skill.simulator.platform import Call, SimulatedPlatform


def untouched(call, answer=None):
    """Let a call be."""
    return answer


class Switchboard(SimulatedPlatform):
    """The simulated platform; ``before(call)`` comes before a call is carried out, ``after(call, answer)`` after it.

    ``after`` gives the answer that is sent.
    """

    def __init__(self):
        super().__init__()
        self.put_right()

    def put_right(self):
        """Let every call be."""
        self.before = self.after = untouched
        self.delay = 0.0
        self._failures.clear()

    def note(self, call):
        """Note a call, and meddle with it."""
        super().note(call)
        self.before(call)

    def alerts(self, service, token=None):
        """Answer a call about alerts, and meddle with the answer."""
        answer = super().alerts(service, token)
        return self.after(self.calls[-1], answer)

    def zone(self, name):
        """Answer a call about a time zone, and meddle with the answer."""
        return self.after(Call("GET", "zone"), super().zone(name))
