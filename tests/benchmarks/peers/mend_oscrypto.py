"""Let oscrypto 1.3.0 read the version of an OpenSSL such as 3.0.19, as its unreleased fix does: one character.

Without it Amazon's web service package, which verifies with oscrypto, cannot be imported. Run by the interpreter of the
environment to mend.
"""

import sysconfig
from pathlib import Path

WRONG, RIGHT = r"\\d\\.\\d\\.\\d[a-z]*", r"\\d\\.\\d\\.\\d+[a-z]*"


def main() -> None:
    """Mend both of its modules that look at the version; mending twice changes nothing."""
    for name in ("cffi", "ctypes"):
        module = Path(sysconfig.get_path("purelib"), f"oscrypto/_openssl/_libcrypto_{name}.py")
        source = module.read_text(encoding="utf-8")
        if WRONG not in source and RIGHT not in source:
            raise SystemExit(f"{module.name} does not look for the version as expected")
        module.write_text(source.replace(WRONG, RIGHT), encoding="utf-8")


if __name__ == "__main__":
    main()
