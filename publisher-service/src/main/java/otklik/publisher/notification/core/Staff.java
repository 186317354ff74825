package otklik.publisher.notification.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import otklik.publisher.notification.core.What.Owed;

/**
 * The people of a jurisdiction by name, for letters that name who holds something (AK-19).
 *
 * @param organs names by id
 */
public record Staff(List<Member> members, Map<String, String> organs) {

    public Staff {
        members = List.copyOf(members);
        organs = Map.copyOf(organs);
    }

    /** @param organ id; null for the jurisdiction's own people */
    public record Member(String name, String role, @Nullable String organ) {}

    /** The organ, who works on it and who answers for it; or the curator or controller who owes it. */
    String holder(Owed owed, @Nullable String worker, String ownerTitle) {
        boolean organs = owed.owner().equals("executor") || owed.owner().equals("responsible");
        if (!organs) {
            String names = names(owed.owner(), null);
            return names.isEmpty() ? ownerTitle : ownerTitle + " — " + names;
        }
        return ofOrgan(owed.organ(), worker);
    }

    String ofOrgan(@Nullable String organ, @Nullable String worker) {
        List<String> parts = new ArrayList<>();
        parts.add(organ == null ? "орган не назначен" : organs.getOrDefault(organ, organ));
        String executors = worker == null ? names("executor", organ) : worker;
        if (!executors.isEmpty()) {
            parts.add((worker == null ? "исполнители: " : "исполнитель: ") + executors);
        }
        String responsible = names("responsible", organ);
        if (!responsible.isEmpty()) {
            parts.add("ответственный: " + responsible);
        }
        return String.join(", ", parts);
    }

    private String names(String role, @Nullable String organ) {
        return Noticing.joined(members.stream()
                .filter(member -> member.role().equals(role) && java.util.Objects.equals(member.organ(), organ))
                .map(Member::name)
                .toList());
    }
}
