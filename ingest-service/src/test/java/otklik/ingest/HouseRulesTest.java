package otklik.ingest;

import org.junit.jupiter.api.Test;
import otklik.testkit.HouseRules;

class HouseRulesTest {

    @Test
    void ingest_keepsTheHouseRules() {
        HouseRules.check("otklik.ingest");
    }
}
