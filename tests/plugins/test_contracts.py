"""The practices that ship keep the contract that every practice keeps."""

from skill.testing import PracticeContract


class TestGratitude(PracticeContract):
    practice = "gratitude"


class TestCooldown(PracticeContract):
    practice = "cooldown"


class TestSelfcare(PracticeContract):
    practice = "selfcare"


class TestCheckin(PracticeContract):
    practice = "checkin"


class TestFeelings(PracticeContract):
    practice = "feelings"


class TestMindful(PracticeContract):
    practice = "mindful"


class TestIStatement(PracticeContract):
    practice = "istatement"


class TestPromise(PracticeContract):
    practice = "promise"


class TestTrust(PracticeContract):
    practice = "trust"


class TestSupport(PracticeContract):
    practice = "support"
