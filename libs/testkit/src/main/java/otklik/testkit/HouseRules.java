package otklik.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/** The architecture of every service, checked. Each rule says how to comply. */
public final class HouseRules {

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.lang.System.currentTimeMillis",
            "java.util.UUID.randomUUID");

    private HouseRules() {}

    /**
     * Checks the production classes of a service.
     *
     * @param root its package, e.g. {@code otklik.routing}
     */
    public static void check(String root) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        for (ArchRule rule : rules(root)) {
            rule.allowEmptyShould(true).check(classes);
        }
    }

    static List<ArchRule> rules(String root) {
        return List.of(coreIsPure(root), noAmbientTime(root), noFieldInjection(), noCycles(root), noOtherService(root));
    }

    private static ArchRule coreIsPure(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..core..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        root + "..core..",
                        "otklik.contracts..",
                        "otklik.regulation..",
                        "org.jspecify..",
                        "com.fasterxml.jackson.annotation.."))
                .because("a core decides and does nothing else; hand it values and let the shell do the rest");
    }

    private static ArchRule noAmbientTime(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".platform..")
                .should()
                .accessTargetWhere(describe("reads the wall clock or makes an id", HouseRules::isAmbient))
                .because(
                        "time comes from the injected InstantSource and ids from the platform package, so that tests can set both");
    }

    private static boolean isAmbient(JavaAccess<? extends AccessTarget> access) {
        AccessTarget target = access.getTarget();
        boolean noArguments = !(target instanceof AccessTarget.CodeUnitAccessTarget unit)
                || unit.getRawParameterTypes().isEmpty();
        return noArguments && CLOCKS.contains(target.getOwner().getName() + "." + target.getName());
    }

    private static ArchRule noFieldInjection() {
        return noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .because("what a class needs, its constructor asks for");
    }

    private static ArchRule noCycles(String root) {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("features that know each other are one feature; let one call the other or talk by events");
    }

    private static ArchRule noOtherService(String root) {
        DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass> others = describe(
                "belong to another service",
                type -> SERVICES.stream()
                        .anyMatch(service ->
                                !root.equals(service) && type.getPackageName().startsWith(service)));
        return noClasses()
                .should()
                .dependOnClassesThat(others)
                .because("services know each other through the topics of libs/contracts only");
    }

    private static final Set<String> SERVICES =
            Set.of("otklik.ingest", "otklik.routing", "otklik.sla", "otklik.publisher", "otklik.reporting");
}
