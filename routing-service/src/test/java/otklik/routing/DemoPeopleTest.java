package otklik.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import otklik.contracts.access.Grant;
import otklik.contracts.access.Role;
import otklik.routing.directory.DirectoryFile;
import otklik.routing.directory.core.Directory;
import otklik.routing.directory.core.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The demo's people stand in two files: who may sign in, and who works in which organ. Here they are held against each other. */
class DemoPeopleTest {

    @Test
    void whoSignsInForAnOrgan_isInTheDirectoryUnderTheSameName() throws IOException {
        Directory directory =
                DirectoryFile.directory(YamlFiles.read("classpath:/directory/*.yaml", DirectoryFile.class));
        Map<String, Person> known = directory.all().stream()
                .flatMap(organ -> organ.people().stream())
                .collect(Collectors.toMap(Person::id, person -> person));

        for (JsonNode signsIn : people()) {
            for (JsonNode text : signsIn.at("/grants")) {
                Grant grant = Grant.parse(text.asString());
                if (grant.organ() != null) {
                    String login = signsIn.at("/login").asString();
                    assertThat(known).as(login).containsKey(login);
                    Person person = Objects.requireNonNull(known.get(login));
                    assertThat(List.of(person.name(), person.role(), String.valueOf(person.email())))
                            .isEqualTo(List.of(
                                    signsIn.at("/name").asString(),
                                    grant.role(),
                                    signsIn.at("/email").asString()));
                    assertThat(directory
                                    .find(grant.jurisdiction(), grant.organ())
                                    .orElseThrow()
                                    .people())
                            .contains(person);
                }
            }
        }
    }

    @Test
    void whoSignsInAboveTheOrgans_isInTheDirectoryToo() throws IOException {
        Set<Role> above = Set.of(Role.CURATOR, Role.CONTROLLER, Role.SUPERVISOR, Role.LEADERSHIP, Role.CHIEF);
        List<String> known =
                DirectoryFile.directory(YamlFiles.read("classpath:/directory/*.yaml", DirectoryFile.class))
                        .officials()
                        .stream()
                        .map(official -> String.join(
                                " ",
                                new Grant(official.role(), official.jurisdiction(), null).toString(),
                                official.id(),
                                official.name(),
                                String.valueOf(official.email())))
                        .sorted()
                        .toList();

        List<String> signsIn = people().valueStream()
                .flatMap(person -> person.at("/grants")
                        .valueStream()
                        .filter(grant ->
                                above.contains(Grant.parse(grant.asString()).role()))
                        .map(grant -> String.join(
                                " ",
                                grant.asString(),
                                person.at("/login").asString(),
                                person.at("/name").asString(),
                                person.at("/email").asString())))
                .sorted()
                .toList();

        assertThat(known).isEqualTo(signsIn);
    }

    @Test
    void everyJurisdiction_hasPeopleForEachOfItsSeats() throws IOException {
        List<String> grants = people().valueStream()
                .flatMap(person -> person.at("/grants").valueStream())
                .map(JsonNode::asString)
                .toList();

        assertThat(List.of("altai-krai", "vyatskie-polyany", "khabarovsk-krai", "barnaul-leninsky", "lipetsk-oblast"))
                .allSatisfy(id -> assertThat(grants)
                        .contains("curator@" + id, "supervisor@" + id, "leadership@" + id, "observer@" + id));
        assertThat(grants).contains("controller@barnaul-leninsky");
    }

    private static JsonNode people() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve("deploy/identity"))) {
            root = Objects.requireNonNull(root.getParent(), "not within the repository");
        }
        return YAMLMapper.builder()
                .build()
                .readTree(root.resolve("deploy/identity/src/main/resources/identity-people.yml"))
                .at("/otklik/identity/people");
    }
}
