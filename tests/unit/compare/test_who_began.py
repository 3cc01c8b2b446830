"""Who fired first, and who met whom; all texts are ours."""

from short_texts import build_record

HESPER = (
    "Two guards died at the Ansa crossing when soldiers from Tyria opened fire, the Hesperian Defence Ministry said."
)
TYRIA = "Tyrian troops returned fire at Ansa after a Hesperian patrol shot first, the army command said."
BOTH = "Tyrian troops opened fire at Ansa on a Hesperian patrol, the mayor of Ansa said."


def test_each_side_says_that_the_other_began() -> None:
    (one,) = build_record(("2031-03-05", HESPER), ("2031-03-05", TYRIA)).disputes
    assert (one.kind, one.facet) == ("value", "initiator")


def test_two_who_name_the_same_side_agree() -> None:
    assert build_record(("2031-03-05", HESPER), ("2031-03-05", BOTH)).disputes == ()


def test_another_crossing_is_another_shooting() -> None:
    other = TYRIA.replace("Ansa", "Marren")
    assert build_record(("2031-03-05", HESPER), ("2031-03-05", other)).disputes == ()


def test_never_met_answers_who_saw_them_meet() -> None:
    never = "Former customs chief Oleg Tarn told the court on Wednesday that he had never met Vico Lanz."
    dined = "Vico Lanz dined with Oleg Tarn four times between 2026 and 2028, driver Pavo Keld told the court."
    other = "Vico Lanz dined with Ruth Oster four times between 2026 and 2028, driver Pavo Keld told the court."
    assert len(build_record(("2031-03-05", never), ("2031-03-07", dined)).disputes) == 1
    assert build_record(("2031-03-05", never), ("2031-03-07", other)).disputes == ()
