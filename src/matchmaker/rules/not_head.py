"""The mentor does not lead the organisation in which the mentee works."""

from __future__ import annotations

from typing import ClassVar

from matchmaker.domain import Leads
from matchmaker.pairs import Bools, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class NotHead(Rule):
    """The mentor is not the head of the mentee's organisation; on request, nor a deputy.

    Whom one reports to, one does not ask freely. In a small school the deputy head is often
    the mentor there is: demand this of heads, prefer it of deputies. Whether a person leads
    is read from the post. Leave the rule out of programmes in which heads mentor.
    """

    deputies: bool = False
    """Whether deputies of the head count too."""

    title: ClassVar[Text] = Text("Не руководитель наставляемого", "Not the mentee's head")
    about: ClassVar[Text] = Text(
        "Наставник не руководит организацией, где работает наставляемый. Для заместителей "
        "это обычно пожелание, а не запрет.",
        "The mentor does not lead the organisation in which the mentee works. Of deputies "
        "this is usually a wish, not a ban.",
    )
    options: ClassVar[dict[str, Text]] = {
        "deputies": Text("распространить на заместителей", "whether deputies count too"),
    }
    yes: ClassVar[Text] = Text(
        "наставник не руководит наставляемым", "the mentor does not lead the mentee"
    )
    nor_deputy: ClassVar[Text] = Text(
        "наставник не входит в руководство организации наставляемого",
        "the mentor is neither head nor deputy in the mentee's organisation",
    )
    head: ClassVar[Text] = Text(
        "наставник руководит организацией наставляемого",
        "the mentor is the head of the mentee's organisation",
    )
    deputy: ClassVar[Text] = Text(
        "наставник является заместителем руководителя в организации наставляемого",
        "the mentor is a deputy head in the mentee's organisation",
    )

    def measure(self, p: Pairs) -> Bools:
        barred = {Leads.HEAD, Leads.DEPUTY} if self.deputies else {Leads.HEAD}
        leads = p.same(
            "person.school",
            "person.school,person.leads",
            read=lambda post: post[0] if post[1] in barred else None,
            key=self,
        )
        return ~leads

    def words(self, pair: Pair) -> str:
        if self.measure_of(pair):
            return (self.nor_deputy if self.deputies else self.yes)()
        school = pair.mentee.person.school
        posts = {m.person.leads for m in pair.mentor.everyone if m.person.school == school}
        return (self.head if Leads.HEAD in posts else self.deputy)()
