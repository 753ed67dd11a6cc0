"""What this practice does not hold: medicine, doses, weight, and eating less. It keeps to rest and small things."""

from __future__ import annotations

import re

_NOT_HERE = re.compile(
    r"\b(?:pills?|tablets?|capsules?|medicines?|medication|meds|doses?|dosage|insulin|inhaler|antibiotics?|vitamins?|"
    r"supplements?|prescription|painkillers?|paracetamol|ibuprofen|aspirin|antidepressants?|injections?|eye ?drops|"
    r"birth control|blood (?:pressure|sugar)|milligrams?|"
    r"weigh(?:t|ing|ed)?|scales?|bmi|calories?|carbs|kilos?|"
    r"diet(?:s|ing)?|fasting|(?:start|begin|break|keep) (?:a|my|the) fast|fast (?:for|until|all)|"
    r"skip(?:ping)? (?:a |my )?(?:meals?|breakfast|lunch|dinner|supper|food)|"
    r"(?:not|don't|stop|avoid|quit) (?:to )?eat(?:ing)?|eat(?:ing)? (?:less|nothing)|"
    r"no (?:food|dinner|lunch|sugar|eating)|"
    r"lose (?:a )?(?:pounds?|kilos?|few pounds|stone|belly)|slim(?:ming)?)\b",
    re.IGNORECASE,
)


def not_ours(words: str) -> bool:
    """Say whether words ask for something that is kindly declined here."""
    return bool(_NOT_HERE.search(words.replace("’", "'")))
