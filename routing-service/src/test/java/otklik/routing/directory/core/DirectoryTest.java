package otklik.routing.directory.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import otklik.contracts.access.Role;
import otklik.testkit.Clause;

class DirectoryTest {

    @Test
    void tree_isTakenInAnyOrderOfTheFile() {
        Directory directory = new Directory(List.of(
                organ("body", "district"), organ("city", null), organ("district", "city"), organ("other", "city")));

        assertThat(directory.find("body").orElseThrow().parent()).isEqualTo("district");
    }

    @Test
    void parentThatIsNotThere_isNamed() {
        assertThatThrownBy(() -> new Directory(List.of(organ("leaf", "body"), organ("body", "district"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("body stands under district, which is no organ of here; add it or mend the parent");
    }

    @Test
    void parentOfAnotherJurisdiction_isNoParent() {
        Organ foreign = new Organ("city", "elsewhere", "Город", null, null, List.of());

        assertThatThrownBy(() -> new Directory(List.of(foreign, organ("body", "city"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("body stands under city, which is no organ of here");
    }

    @Test
    void circle_isShownAsAWhole() {
        assertThatThrownBy(() -> new Directory(List.of(organ("a", "b"), organ("b", "c"), organ("c", "a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the organs above a go in a circle: a → b → c → a; mend one parent");
        assertThatThrownBy(() -> new Directory(List.of(organ("a", "a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the organs above a go in a circle: a → a; mend one parent");
    }

    @Test
    void organUnderACircle_endsToo() {
        assertThatThrownBy(() -> new Directory(List.of(organ("leaf", "a"), organ("a", "b"), organ("b", "a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the organs above leaf go in a circle: leaf → a → b → a; mend one parent");
    }

    @Test
    @Clause("LB-5")
    void deputyOverAnOrgan_isWhoeverTheDirectorySetsOverItByNameOrOverAll_andAnyoneWhereItNamesNobody() {
        Directory directory = new Directory(
                List.of(organ("roads", null), organ("schools", null), organ("parks", null)),
                List.of(
                        deputy("ofRoads", List.of("roads")),
                        deputy("ofSchools", List.of("schools")),
                        deputy("ofAll", null),
                        new Official("chief", "here", "Имя", Role.CHIEF, null, null)));

        assertThat(over(directory, "roads")).containsExactly("ofRoads", "ofAll");
        assertThat(over(directory, "schools")).containsExactly("ofSchools", "ofAll");
        assertThat(over(directory, "parks")).containsExactly("ofRoads", "ofSchools", "ofAll", "chief", "unlisted");
        assertThat(directory.isSupervisor("unlisted", "elsewhere", "roads")).isTrue();
    }

    private static List<String> over(Directory directory, String organ) {
        return Stream.of("ofRoads", "ofSchools", "ofAll", "chief", "unlisted")
                .filter(person -> directory.isSupervisor(person, "here", organ))
                .toList();
    }

    private static Official deputy(String id, @Nullable List<String> over) {
        return new Official(id, "here", "Имя", Role.SUPERVISOR, null, over);
    }

    private static Organ organ(String id, @Nullable String parent) {
        return new Organ(id, "here", "Орган " + id, parent, null, List.of());
    }
}
