"""What plans call the bodies of a municipality, as everybody there understands it.

The sheet «Сокращения» overrides all of this and adds to it. Names that only look alike are
never merged: МЦН is the mentoring centre, НМЦ the methodical one.
"""

from __future__ import annotations

SAME: dict[str, tuple[str, ...]] = {
    "УО": ("управление образования",),
    "ИМЦ": ("МБУ ИМЦ", "МБУ информационно-методический центр", "информационно-методический центр"),
    "НМЦ": (
        "МБОУ ДПО НМЦ",
        "МБОУ ДПО научно-методический центр",
        "научно-методический центр",
    ),
    "МЦН": ("МНЦ", "муниципальный центр наставничества"),
    "ОО": (
        "ОУ",
        "образовательные организации",
        "образовательных организаций",
        "образовательные учреждения",
        "образовательных учреждений",
    ),
    "ДОУ": ("дошкольные образовательные учреждения",),
    "УДО": ("учреждения дополнительного образования",),
    "ПОО": ("профессиональные образовательные организации",),
    "КРИРПО": (),
    "КемГУ": (),
    "ОПД УО": (),
    "ДО АГ": (),
    "СЦК": (),
}
"""The name that stands for a body, and its other names, without quotes."""

CLASSES = frozenset({"ОО", "ДОУ", "УДО", "ПОО", "СЦК"})
"""Names of many organisations at once: their heads are a role, not one group of people."""

LEGAL_FORMS = [
    "ГАОУ",
    "ГАПОУ",
    "ГАУ",
    "ГБОУ",
    "ГБПОУ",
    "ГБУ",
    "ГКУ",
    "ГОО",
    "ГПОУ",
    "ДПО",
    "КГБУ",
    "МАДОУ",
    "МАОУ",
    "МАУ",
    "МБДОУ",
    "МБОУ",
    "МБУ",
    "МБУДО",
    "МКДОУ",
    "МКОУ",
    "МКУ",
    "МОУ",
    "ФГАОУ",
    "ФГБОУ",
    "АНО",
    "НКО",
    "ООО",
    "АО",
    "ВО",
    "ПО",
    "ДО",
    "СОШ",
    "ООШ",
    "НОШ",
    "ЦРР",
]
"""Words that stand before the name of an organisation in quotes, or before its number."""
