package otklik.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ClauseLedgerTest {

    private final ClauseLedger ledger = ClauseLedger.shipped();

    @Test
    void ledger_hasEveryClauseOfTheFiveRegulations() throws IOException {
        Set<String> source = Pattern.compile("(?m)^  ([A-Z]{2}-[0-9.]+):")
                .matcher(Files.readString(SharedData.file("regulations/clauses.yaml")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(ids()).isEqualTo(source);
    }

    @Test
    void everyClauseAProfileNames_isInTheLedger() {
        Set<String> named = Regulations.shipped().all().stream()
                .map(Regulation::profile)
                .flatMap(ClauseLedgerTest::clauses)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(ids()).containsAll(named);
    }

    private static Stream<String> clauses(Profile profile) {
        return Stream.of(
                        profile.terms().stream().map(Term::clause),
                        profile.recurring().stream().map(Recurring::clause),
                        profile.screening().stream().map(ScreeningClass::clause),
                        profile.workflow().approvals().stream().map(Workflow.Step::clause),
                        profile.reply().checks().stream().map(ReplyRules.Check::clause),
                        profile.reply().fallbacks().stream().map(ReplyRules.Fallback::clause))
                .flatMap(clauses -> clauses);
    }

    private Set<String> ids() {
        return StreamSupport.stream(ledger.all().spliterator(), false)
                .map(ClauseLedger.Clause::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
