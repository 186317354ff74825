package otklik.routing;

import org.junit.jupiter.api.Test;
import otklik.testkit.HouseRules;

class ArchitectureTest {

    @Test
    void service_keepsTheHouseRules() {
        HouseRules.check("otklik.routing");
    }
}
