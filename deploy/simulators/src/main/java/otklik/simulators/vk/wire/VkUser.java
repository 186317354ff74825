package otklik.simulators.vk.wire;

import otklik.simulators.vk.wall.Person;

/** VK's {@code users_user_full}, as much of it as the simulator knows. */
public record VkUser(
        long id,
        String firstName,
        String lastName,
        boolean canAccessClosed,
        boolean isClosed,
        String screenName,
        int online) {

    public static VkUser of(Person person) {
        return new VkUser(person.id(), person.firstName(), person.lastName(), true, false, "id" + person.id(), 0);
    }
}
