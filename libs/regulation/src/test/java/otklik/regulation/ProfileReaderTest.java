package otklik.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import otklik.contracts.Channel;
import otklik.regulation.yaml.BadFileException;

class ProfileReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            clock: working          | clock: elastic      | unknown clock «elastic»; write one of: working, calendar, day-suspended, working-days
            fri: ["08:00-16:00"]    | fri: ["08:00-12:00", "11:00-16:00"] | hours 08:00–12:00 and 11:00–16:00 overlap; write 08:00–16:00
            break: "12:00-12:48"    | break: "18:00-18:48" | the break 18:00–18:48 lies outside the hours [08:00–17:00]; write a break inside them, or no break
            clause: AK-8            |                     | «clause» is missing; write clause: AK-8, the clause that sets the term
            clause: AK-8            | clause: VP-8        | clause «VP-8» is not of this regulation; begin with AK-
            amount: PT9H            | amount: 9 hours     | «amount: 9 hours» cannot be read; write an ISO 8601 duration like PT9H, PT30M or P7D
            amount: PT9H            | amount: PT0S        | a term of PT0S never runs; write a positive amount; before-end-of counts back
            before-end-of: publish  | before-end-of: post | no term is called «post»; write one of:
            zone: Asia/Barnaul      | zone: Asia/Altai    | «zone: Asia/Altai» cannot be read; write a zone of the tz database like Asia/Barnaul
            revision: 1             | revison: 1          | unknown key «revison»; write one of:
            within: PT6H            | within: PT0S        | nothing can be counted within PT0S; write a time of up to a week, like PT6H
            within: PT6H            | within: P8D         | nothing can be counted within PT192H; write a time of up to a week
            at-least: 5             | at-least: 1         | one person is no surge; write 2 or more
            times-usual: 3          | times-usual: 0      | less than usual is no surge; write 1 or more
            usual-over-days: 28     | usual-over-days: 0  | what is usual cannot be told from so many days; write 1 or more, up to 366
            clause: AK-16, kinds: [final, interim] | clause: AK-16, refused-at: approval | nobody is refused for «substance»: a program only guesses there; leave refused-at out
            {id: progress,          | {id: greeting, refused-at: draft, | an author cannot let «greeting» pass where the program is mistaken; write refused-at: approval
            AK-15, kinds: [final, interim] | AK-15, kinds: [] | a line that is asked of nothing; write kinds: [final], or leave it out
            fri: ["08:00-16:00"]    | fry: ["08:00-16:00"] | «fry» is no weekday; write mon, fri or mon-thu, with hours ["08:00-17:00"]
            """)
    void badProfile_isRefusedWithLineAndAdvice(String good, String bad, String message) {
        String text = shipped("altai-krai");
        String spoilt = text.replace(good, bad == null ? "" : bad);
        assertThat(spoilt).isNotEqualTo(text);

        assertThatThrownBy(() -> ProfileReader.read("mine.yaml", spoilt))
                .isInstanceOf(BadFileException.class)
                .hasMessageMatching("(?s)mine\\.yaml:\\d+: .*")
                .hasMessageContaining(message.strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            stages: [draft, contribute] | stages: []       | nothing that could be shortened; write stages: [draft], or leave shortening out
            stages: [draft, contribute] | stages: [drafts] | no term is called «drafts»; write one of:
            stages: [draft, contribute] | stages: [route]  | «route» is not what an organ's people owe; write a term whose owner is executor or responsible, and no window
            stages: [draft, contribute] | stages: [return] | «return» is not what an organ's people owe; write a term
            """)
    void shorteningOfWhatCannotBe_isRefusedWithLineAndAdvice(String good, String bad, String message) {
        String text = shipped("lipetsk-oblast");

        assertThatThrownBy(() -> ProfileReader.read("mine.yaml", text.replace(good, bad)))
                .isInstanceOf(BadFileException.class)
                .hasMessageMatching("(?s)mine\\.yaml:\\d+: .*")
                .hasMessageContaining(message.strip());
    }

    @Test
    void line_isThatOfTheMistake() {
        String spoilt = shipped("altai-krai").replace("clock: working", "clock: elastic");
        int line = (int) spoilt.substring(0, spoilt.indexOf("elastic")).lines().count();

        assertThatThrownBy(() -> ProfileReader.read("mine.yaml", spoilt)).hasMessageStartingWith("mine.yaml:" + line);
    }

    @Test
    void brokenYaml_isRefusedWithItsLine() {
        assertThatThrownBy(() -> ProfileReader.read("mine.yaml", "id: x\n  name: [y\n"))
                .isInstanceOf(BadFileException.class)
                .hasMessageStartingWith("mine.yaml:2: not YAML");
    }

    @Test
    void plainTime_canBeReadAsWorkingTime() {
        String text = shipped("altai-krai").replace("plain-time: calendar", "plain-time: working");
        Profile profile = ProfileReader.read("mine.yaml", text);

        assertThat(profile.terms().stream().filter(term -> term.stage().equals("route")))
                .extracting(Term::clock)
                .containsExactly(otklik.regulation.time.Clock.WORKING);
    }

    @Test
    void surges_areThoseOfTheFile_andNoneWhereItIsSilent() {
        assertThat(ProfileReader.read("mine.yaml", shipped("altai-krai")).surges())
                .isEqualTo(new SurgeRule(Duration.ofHours(6), 5, 3, 28, "AK-21"));
        assertThat(ProfileReader.read("mine.yaml", shipped("khabarovsk-krai")).surges())
                .isNull();
    }

    @Test
    void channelsOfTheShippedProfiles_areThoseOfTheContract() {
        for (Regulation regulation : Regulations.shipped().all()) {
            assertThat(regulation.profile().channels()).isNotEmpty().allSatisfy(Channel::of);
        }
    }

    private static String shipped(String id) {
        return Resources.text("/regulations/" + id + ".yaml");
    }
}
