"""What plans about schools say."""

from __future__ import annotations

from matchmaker.text import Text as T

PLATFORM = T("Сетевая площадка", "Network platform")
