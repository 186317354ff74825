package otklik.routing.template;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import otklik.routing.template.core.Template;

/** One file of the installation: the templates of one jurisdiction, parts before those that include them. */
public record TemplateFile(String jurisdiction, List<Entry> templates) {

    /** One template as written in the file. */
    public record Entry(
            String name,
            @Nullable String organ,
            @Nullable String topicGroup,
            @Nullable String topic,
            Template.Purpose purpose,
            String text) {}

    Stream<TemplateApi.Wording> wordings() {
        return templates.stream()
                .map(entry -> new TemplateApi.Wording(
                        jurisdiction,
                        entry.name(),
                        entry.organ(),
                        entry.topicGroup(),
                        entry.topic(),
                        entry.purpose(),
                        entry.text()));
    }
}
