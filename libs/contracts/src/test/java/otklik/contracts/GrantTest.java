package otklik.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Grant;
import otklik.contracts.access.Role;

class GrantTest {

    @ParameterizedTest
    @ValueSource(strings = {"curator@altai-krai", "executor@altai-krai/altai-krai.transport", "admin@*"})
    void grant_isReadAndWrittenBack(String text) {
        assertThat(Grant.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "curator", "@altai-krai", "curator@", "king@altai-krai"})
    void grant_thatIsNone_isRefused(String text) {
        assertThatThrownBy(() -> Grant.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void grant_reachesItsOwnJurisdictionAndNoOther() {
        Caller caller = new Caller("a", "A", List.of(Grant.parse("executor@altai-krai/x")));

        assertThat(caller.has("altai-krai", Role.EXECUTOR)).isTrue();
        assertThat(caller.has("lipetsk-oblast", Role.EXECUTOR)).isFalse();
        assertThat(caller.grant("altai-krai", "y", Role.EXECUTOR)).isEmpty();
        assertThat(caller.grant("altai-krai", "x", Role.EXECUTOR)).isPresent();
    }

    @Test
    void whoeverStandsIn_hasTheGrantsOfTheAbsentBehindTheOwnAndNoneTwice() {
        Grant own = Grant.parse("executor@altai-krai/x");
        Grant curator = Grant.parse("curator@altai-krai").actingFor("absent");
        Caller caller = new Caller("a", "A", List.of(own));

        assertThat(caller.standingInBy(List.of(
                                own.actingFor("absent"),
                                curator,
                                Grant.parse("observer@altai-krai").actingFor("absent"),
                                Grant.parse("admin@*").actingFor("absent")))
                        .grants())
                .containsExactly(own, curator);
    }
}
