package io.attune;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The walls between the rooms. Source: architecture, Walls. */
class WallsTest {
  private static final String[] CORE = {
    "io.attune.profile..",
    "io.attune.expression..",
    "io.attune.mapping..",
    "io.attune.json..",
    "io.attune.matching..",
    "io.attune.sourcing..",
    "io.attune.plan.."
  };
  private static final String[] EDGE = {
    "io.attune.scim..",
    "io.attune.workspace..",
    "io.attune.store..",
    "io.attune.imports..",
    "io.attune.cli.."
  };

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.attune");

  @Test
  void theCoreTouchesNoFileNetworkLogOrChance() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.net..", "java.nio.file..", "java.nio.channels..", "java.sql..", "org.slf4j..")
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .check(CLASSES);
  }

  @Test
  void onlyPackagesNamedJsonTakeStreams() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .and()
        .resideOutsideOfPackage("..json..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.io..")
        .check(CLASSES);
  }

  @Test
  void theCoreHasNoClock() {
    noClasses().that().resideInAnyPackage(CORE).should(readTheClock()).check(CLASSES);
  }

  private static ArchCondition<JavaClass> readTheClock() {
    Set<String> onSystem = Set.of("currentTimeMillis", "nanoTime");
    return new ArchCondition<>("read the clock") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
          String owner = access.getTargetOwner().getFullName();
          String name = access.getTarget().getName();
          boolean clock =
              (owner.startsWith("java.time.") && name.equals("now"))
                  || (owner.equals("java.lang.System") && onSystem.contains(name));
          events.add(new SimpleConditionEvent(access, clock, access.getDescription()));
        }
      }
    };
  }

  @Test
  void onlyTheFrontEndKnowsSpring() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.attune.expression.spel..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework..")
        .check(CLASSES);
  }

  @Test
  void onlyPackagesNamedJsonAndTheEdgeKnowJackson() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .and()
        .resideOutsideOfPackage("..json..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml..")
        .check(CLASSES);
  }

  @Test
  void noRoomKnowsTheOnesAfterIt() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.attune.profile..",
            "io.attune.expression..",
            "io.attune.mapping..",
            "io.attune.json..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.attune.matching..", "io.attune.sourcing..", "io.attune.plan..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("io.attune.matching..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.attune.sourcing..", "io.attune.plan..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(EDGE)
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.attune.(**)").should().beFreeOfCycles().check(CLASSES);
  }
}
