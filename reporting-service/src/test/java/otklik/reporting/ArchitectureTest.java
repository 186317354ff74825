package otklik.reporting;

import org.junit.jupiter.api.Test;
import otklik.testkit.HouseRules;

final class ArchitectureTest {

    @Test
    void reporting_keepsTheHouseRules() {
        HouseRules.check("otklik.reporting");
    }
}
