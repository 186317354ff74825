package otklik.publisher;

import org.junit.jupiter.api.Test;
import otklik.testkit.HouseRules;

final class ArchitectureTest {

    @Test
    void publisher_keepsTheHouseRules() {
        HouseRules.check("otklik.publisher");
    }
}
