package otklik.simulators.vk.wall;

/** Hears of changes in the order they happen, while the wall is held: must be quick. */
@FunctionalInterface
public interface WallListener {

    void changed(WallChange change);
}
