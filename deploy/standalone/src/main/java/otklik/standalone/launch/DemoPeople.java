package otklik.standalone.launch;

import java.io.IOException;
import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.DefaultResourceLoader;

/** Who may sign in, as far as a screen may say it: those of the demo, whose passwords are no secret. */
public final class DemoPeople {

    private static final String PLAIN = "{noop}";

    private DemoPeople() {}

    /** One person of the demo. */
    public record Entry(String login, String name, String about, String password) {}

    /** @param location of the people's file, as in {@code OTKLIK_PEOPLE} */
    public static List<Entry> read(String location) throws IOException {
        var environment = new StandardEnvironment();
        var resource = new DefaultResourceLoader().getResource(location);
        for (PropertySource<?> source : new YamlPropertySourceLoader().load("people", resource)) {
            environment.getPropertySources().addLast(source);
        }
        return Binder.get(environment)
                .bind("otklik.identity.people", Bindable.listOf(Entry.class))
                .orElse(List.of())
                .stream()
                .filter(person -> person.password().startsWith(PLAIN))
                .map(person -> new Entry(
                        person.login(),
                        person.name(),
                        person.about(),
                        person.password().substring(PLAIN.length())))
                .toList();
    }
}
