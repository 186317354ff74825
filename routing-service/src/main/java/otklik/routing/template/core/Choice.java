package otklik.routing.template.core;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import otklik.routing.incident.core.Incident;

/** Which templates fit an incident, the closest first. */
public final class Choice {

    private Choice() {}

    /** Where the incident should be an appeal, the text that explains how comes first (VP-2, KH-2). */
    public static List<Template> fitting(Incident incident, List<Template> all) {
        boolean appeal = incident.marks().appeal() != null;
        return all.stream()
                .filter(template -> fits(template, incident))
                .sorted(Comparator.<Template>comparingInt(
                                template -> appeal && template.purpose() == Template.Purpose.APPEAL ? 0 : 1)
                        .thenComparingInt(template -> -closeness(template))
                        .thenComparing(Template::purpose)
                        .thenComparing(Template::name))
                .toList();
    }

    private static boolean fits(Template template, Incident incident) {
        return template.purpose() != Template.Purpose.PART
                && (template.organ() == null || incident.organs().contains(template.organ()))
                && (template.topicGroup() == null
                        || template.topicGroup()
                                .equalsIgnoreCase(incident.classification().topicGroup()))
                && (template.topic() == null
                        || template.topic()
                                .equalsIgnoreCase(incident.classification().topic()));
    }

    private static int closeness(Template template) {
        return (Objects.nonNull(template.topic()) ? 4 : 0)
                + (Objects.nonNull(template.topicGroup()) ? 2 : 0)
                + (Objects.nonNull(template.organ()) ? 1 : 0);
    }
}
