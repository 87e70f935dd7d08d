package io.attune.matching;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import org.junit.jupiter.api.Test;

/** What the indexed matcher is compared with is no part of it. */
class ReferenceWallProperties {
  private final JavaClasses reference =
      new ClassFileImporter().importPackages("io.attune.matching.reference");

  @Test
  void theReferenceSharesOnlyTypesWithTheEngine() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "org.jspecify..", "io.attune.matching.reference")
                .or(
                    belongToAnyOf(
                        MatchPopulation.class,
                        MatchSubject.class,
                        MatchPolicy.class,
                        Criterion.class,
                        Normalization.class,
                        MatchOutcome.class,
                        Evidence.class,
                        ComparedKey.class,
                        Profile.class,
                        ProfileSchema.class)))
        .check(reference);
  }

  /** A criterion can make keys; the reference makes its own. */
  @Test
  void theReferenceMakesItsOwnKeys() {
    noClasses()
        .should()
        .callMethod(Criterion.class, "key", Object.class)
        .orShould()
        .callMethod(Criterion.class, "nameKey", Object.class)
        .check(reference);
  }
}
