from porteparole.answering.demands import read_demands
from porteparole.answering.question import read_question


def test_what_is_counted_what_it_costs_and_how_long_it_lasts() -> None:
    counted = read_demands(read_question("Combien de navires ont quitté le port ?", "fr")).counted
    assert counted
    assert counted.folded == "navires"
    counted = read_demands(read_question("How many non-residents left the island?", "en")).counted
    assert counted
    assert counted.folded == "residents"
    assert read_demands(read_question("Combien coûte le billet, en euros ?", "fr")).money
    assert read_demands(read_question("prix du billet", "fr")).money
    assert read_demands(read_question("Which fine must they pay?", "en")).money
    assert not read_demands(read_question("Pourquoi le prix du billet monte-t-il ?", "fr")).money
    assert not read_demands(read_question("Quel jour a-t-on protesté contre le prix du pain ?", "fr")).money
    assert "ans" in read_demands(read_question("How many years did it last?", "en")).durations
    assert "mois" in read_demands(read_question("Combien de temps la grève a-t-elle duré ?", "fr")).durations
    assert read_demands(read_question("Where is the next summit?", "en")).upcoming


def test_a_sum_may_be_asked_for_in_a_unit_of_money() -> None:
    assert read_demands(read_question("Le budget, c'était combien de milliards ?", "fr")).currency
    assert read_demands(read_question("How much is the fine in dollars?", "en")).currency
    assert not read_demands(read_question("How much did the price rise?", "en")).currency
    assert not read_demands(read_question("Pourquoi payer en dollars ?", "fr")).currency
