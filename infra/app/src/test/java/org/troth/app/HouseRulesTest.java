package org.troth.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventHandler;
import org.troth.events.Fact;
import org.troth.events.Families;
import org.troth.events.Recorded;
import org.troth.events.account.Passkeys;
import org.troth.events.confidential.Disclosure;
import org.troth.events.confidential.Opener;
import org.troth.events.confidential.Passwords;
import org.troth.events.confidential.TimeCodes;

/** The ten house rules, and the two that grew with the code. */
@AnalyzeClasses(packages = "org.troth", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    private static final String LANGUAGE = "org.troth.events..";
    private static final String DECIDES = "org.troth.command..";
    private static final String SHOWS = "org.troth.query..";
    private static final String OPENING = "org.troth.vault.WordOpening";

    /** Packages of the two sides that are no features: what every feature of that side stands on. */
    private static final String[] FOUNDATIONS = {
        "org.troth.command",
        "org.troth.command.dispatch..",
        "org.troth.command.law..",
        "org.troth.query",
        "org.troth.query.freshness..",
        "org.troth.query.reading..",
        "org.troth.query.rebuild..",
        "org.troth.query.rows.."
    };

    @ArchTest
    static final ArchRule factsDependOnNothing = classes()
            .that()
            .resideInAPackage(LANGUAGE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", LANGUAGE)
            .because("a fact must still be readable when every framework of today is forgotten");

    @ArchTest
    static final ArchRule decidingFeaturesKeepApart = slices().matching("org.troth.command.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAPackage(DECIDES), resideInAnyPackage(FOUNDATIONS))
            .because("features meet by fact and by strong question, so that each can be understood alone");

    @ArchTest
    static final ArchRule showingFeaturesKeepApart = slices().matching("org.troth.query.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAPackage(SHOWS), resideInAnyPackage(FOUNDATIONS))
            .because("a read model belongs to one feature and can be dropped with it");

    @ArchTest
    static final ArchRule decidersKnowNeitherShowersNorMachinery = noClasses()
            .that()
            .resideInAPackage(DECIDES)
            .should()
            .dependOnClassesThat(ours().and(DescribedPredicate.not(resideInAnyPackage(DECIDES, LANGUAGE))))
            .because("the two sides meet by fact and by address, and machinery is handed in through ports");

    @ArchTest
    static final ArchRule showersKnowNeitherDecidersNorMachinery = noClasses()
            .that()
            .resideInAPackage(SHOWS)
            .should()
            .dependOnClassesThat(ours().and(DescribedPredicate.not(resideInAnyPackage(SHOWS, LANGUAGE))))
            .because("the two sides meet by fact and by address, and machinery is handed in through ports");

    @ArchTest
    static final ArchRule featuresHideTheirInside = classes()
            .that()
            .resideInAnyPackage("org.troth.command.*..", "org.troth.query.*..")
            .and()
            .resideOutsideOfPackages(FOUNDATIONS)
            .and()
            .areTopLevelClasses()
            .and()
            .doNotHaveFullyQualifiedName("org.troth.command.account.FirstAdministrator")
            .should()
            .notBePublic()
            .because("what nobody outside can reach can be changed without asking anybody");

    @ArchTest
    static final ArchRule nobodyMakesClocks = noClasses()
            .that()
            .resideOutsideOfPackage("org.troth.app..")
            .should()
            .callCodeUnitWhere(readsTheMachinesClock())
            .because("time is handed in: a rule that reads the machine's clock cannot be tested or simulated");

    @ArchTest
    static final ArchRule cryptographyLivesInVaultAndLedger = noClasses()
            .that()
            .resideOutsideOfPackages("org.troth.vault..", "org.troth.ledger..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("javax.crypto..", "org.bouncycastle..", "com.webauthn4j..")
                    .or(nameMatching("java\\.security\\.(?!SecureRandom$|Principal$).*")))
            .because("one place to review, one place to get right; a feature that needs a digest asks a port");

    @ArchTest
    static final ArchRule factsCarryALastingName = classes()
            .that(assignableTo(Fact.class))
            .and()
            .areNotInterfaces()
            .should()
            .beAnnotatedWith(Recorded.class)
            .because("a class may be renamed and moved; what is stored may not");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = fields().should()
            .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .andShould()
            .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .andShould()
            .notBeAnnotatedWith("jakarta.inject.Inject")
            .andShould()
            .notBeAnnotatedWith("jakarta.annotation.Resource")
            .because("a constructor says what a thing needs, and the compiler holds it to that");

    @ArchTest
    static final ArchRule projectionsHandleEveryFactTheyFollow = classes()
            .that()
            .resideInAPackage(SHOWS)
            .and()
            .haveSimpleNameEndingWith("Projection")
            .and()
            .areNotAnnotations()
            .should(handleEveryFactOfTheFamiliesTheyFollow())
            .because("a forgotten handler loses rows in silence");

    @ArchTest
    static final ArchRule onePlaceDecryptsWords = noClasses()
            .that()
            .resideOutsideOfPackage("org.troth.ledger..")
            .and()
            .doNotHaveFullyQualifiedName(OPENING)
            .should()
            .callCodeUnitWhere(callOf("org.troth.ledger.ValueSeal", Set.of("open", "openWithSecret", "secret")))
            .because("one search finds the place where words come out");

    @ArchTest
    static final ArchRule onlyTheOpenerDecryptsWords = noClasses()
            .that(DescribedPredicate.not(assignableTo(Opener.class)))
            .and(DescribedPredicate.not(assignableTo(Passwords.class)))
            .and(DescribedPredicate.not(assignableTo(TimeCodes.class)))
            .and(DescribedPredicate.not(assignableTo(Passkeys.class)))
            .and()
            .doNotHaveFullyQualifiedName(OPENING)
            .should()
            .callCodeUnitWhere(callOf(OPENING, Set.of("open")))
            .because("no log, no look: words come out through the opener, which asks for the disclosure first; and a"
                    + " password's verifier, the key of an app and what is known of a passkey, which are shown to nobody, through"
                    + " their own ports");

    @ArchTest
    static final ArchRule onlyTheGateMakesDisclosures = noClasses()
            .that()
            .resideOutsideOfPackage("org.troth.command.disclosure..")
            .should()
            .callCodeUnitWhere(callOf(Disclosure.class, Set.of("durableAt")))
            .because("a disclosure is proof that the look is on the record, and only the gate has put it there");

    private static DescribedPredicate<JavaClass> ours() {
        return resideInAPackage("org.troth..");
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheMachinesClock() {
        return DescribedPredicate.describe("read the machine's clock", access -> {
            String owner = access.getTargetOwner().getName();
            String name = access.getName();
            if (owner.equals("java.lang.System")) {
                return name.equals("currentTimeMillis");
            }
            if (owner.equals(Clock.class.getName())) {
                return name.startsWith("system") || name.startsWith("tick");
            }
            boolean takesNoClock = access.getTarget() instanceof CodeUnitCallTarget target
                    && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            return (owner.startsWith("java.time.") && name.equals("now") && takesNoClock)
                    || (owner.equals("java.util.Date") && name.equals(JavaConstructor.CONSTRUCTOR_NAME));
        });
    }

    private static DescribedPredicate<JavaAccess<?>> callOf(Class<?> owner, Set<String> names) {
        return callOf(owner.getName(), names);
    }

    private static DescribedPredicate<JavaAccess<?>> callOf(String owner, Set<String> names) {
        return DescribedPredicate.describe(
                "call " + owner + "." + names,
                access -> access.getTargetOwner().getName().equals(owner) && names.contains(access.getName()));
    }

    private static ArchCondition<JavaClass> handleEveryFactOfTheFamiliesTheyFollow() {
        return new ArchCondition<>("handle every fact of the families they follow") {
            @Override
            public void check(JavaClass projection, ConditionEvents events) {
                Set<Class<?>> handled = projection.getMethods().stream()
                        .filter(method -> method.isAnnotatedWith(EventHandler.class))
                        .map(HouseRulesTest::fact)
                        .collect(Collectors.toSet());
                if (handled.isEmpty()) {
                    events.add(SimpleConditionEvent.violated(projection, projection.getName() + " handles no fact"));
                }
                Families.ALL.stream()
                        .filter(family -> handled.stream().anyMatch(family::isAssignableFrom))
                        .flatMap(Families::factsOf)
                        .filter(fact -> handled.stream().noneMatch(each -> each.isAssignableFrom(fact)))
                        .forEach(fact -> events.add(SimpleConditionEvent.violated(
                                projection, projection.getName() + " forgets " + fact.getSimpleName())));
            }
        };
    }

    private static Class<?> fact(JavaMethod handler) {
        return handler.getRawParameterTypes().get(0).reflect();
    }
}
