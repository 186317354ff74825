package otklik.standalone.clauses;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import otklik.regulation.ClauseLedger;
import otklik.regulation.ClauseLedger.Clause;

/**
 * The clauses that the profiles mark as done: each of them has to be held by tests that passed, with nothing known to be missing. What
 * holds and is not marked may be marked; nothing breaks until somebody does.
 */
record DoneClauses(SortedSet<String> marked) {

    DoneClauses {
        marked = new TreeSet<>(marked);
    }

    /** One Russian sentence for each that is marked and does not hold. */
    List<String> broken(ClauseTable table) {
        return marked.stream().flatMap(id -> broken(id, table).stream()).toList();
    }

    /** Those that hold and are not marked. */
    List<String> unmarked(ClauseTable table) {
        return StreamSupport.stream(ClauseLedger.shipped().all().spliterator(), false)
                .map(Clause::id)
                .filter(id -> !marked.contains(id) && broken(id, table).isEmpty())
                .toList();
    }

    private static Optional<String> broken(String id, ClauseTable table) {
        if (ClauseLedger.shipped().find(id).isEmpty()) {
            return Optional.of(id + " отмечен в done, а в списке пунктов такого нет: исправьте номер в профиле.");
        }
        if (table.hasFailed(id)) {
            return Optional.of(
                    id + " отмечен в done, а его тест не прошёл: " + String.join(", ", table.failed(id)) + ".");
        }
        if (!table.hasPassed(id)) {
            return Optional.of(
                    id + " отмечен в done, а ни один тест его не держит: пометьте тест @Clause или снимите отметку.");
        }
        return table.lack(id).map(lack -> id + " отмечен в done, а в open-clauses.yaml ему недостаёт: " + lack + ".");
    }
}
