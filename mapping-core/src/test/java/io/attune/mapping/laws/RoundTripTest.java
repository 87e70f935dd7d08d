package io.attune.mapping.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.expression.EvaluationRun;
import io.attune.expression.ExpressionScope;
import io.attune.mapping.AttributeMapping;
import io.attune.mapping.MappingProgram;
import io.attune.mapping.MappingTable;
import io.attune.mapping.laws.Loss.Cause;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What two tables lose. */
class RoundTripTest {
  private static final ProfileSchema USER =
      ProfileSchema.of(text("email"), text("nickName"), text("costCenter"));
  private static final ProfileSchema APP =
      ProfileSchema.of(
          text("mail"), text("nick"), AttributeDefinition.of("center", AttributeKind.INTEGER));

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.of(name, AttributeKind.STRING);
  }

  private static MappingProgram toOkta(AttributeMapping... rows) {
    return Objects.requireNonNull(
        MappingProgram.compile(
                new MappingTable(List.of(rows)), ExpressionScope.toOkta(USER, "hr", APP))
            .program());
  }

  private static MappingProgram toApp(AttributeMapping... rows) {
    return Objects.requireNonNull(
        MappingProgram.compile(
                new MappingTable(List.of(rows)), ExpressionScope.toApp(USER, "hr", APP))
            .program());
  }

  private static RoundTrip roundTrip(MappingProgram toOkta, MappingProgram toApp) {
    return RoundTrip.of(toOkta, toApp, EvaluationRun.EMPTY, 300, 1);
  }

  @Test
  void reportsEachLossWithItsSmallestExample() {
    // begin
    MappingProgram toOkta =
        toOkta(
            AttributeMapping.of("email", "String.toLowerCase(appuser.mail)"),
            AttributeMapping.of("costCenter", "appuser.center"));
    MappingProgram toApp =
        toApp(
            AttributeMapping.of("mail", "user.email"),
            AttributeMapping.of("center", "user.costCenter"));
    RoundTrip roundTrip = RoundTrip.of(toOkta, toApp, EvaluationRun.EMPTY, 300, 1);
    Loss first = roundTrip.ofAppUsers().get(0);
    assertEquals("mail CHANGED", first.attribute() + " " + first.cause());
    assertEquals("A -> a", first.before() + " -> " + first.after());
    // end
    assertEquals(
        List.of(
            new Loss("mail", Cause.CHANGED, app("mail", "A"), "a"),
            new Loss("nick", Cause.NOT_WRITTEN_BACK, app("nick", ""), null)),
        roundTrip.ofAppUsers());
    assertEquals(
        List.of(
            new Loss("email", Cause.CHANGED, user("email", "A"), "a"),
            new Loss("nickName", Cause.NOT_WRITTEN_BACK, user("nickName", ""), null),
            new Loss("costCenter", Cause.CHANGED, user("costCenter", ""), null)),
        roundTrip.ofUsers());
  }

  @Test
  void copiesOfOneKindLoseNothing() {
    ProfileSchema schema = ProfileSchema.of(text("a"), text("b"));
    MappingTable there =
        new MappingTable(
            List.of(AttributeMapping.of("a", "source.b"), AttributeMapping.of("b", "source.a")));
    RoundTrip roundTrip =
        roundTrip(
            Objects.requireNonNull(
                MappingProgram.compile(there, ExpressionScope.toOkta(schema, "hr", schema))
                    .program()),
            Objects.requireNonNull(
                MappingProgram.compile(there, ExpressionScope.toApp(schema, "hr", schema))
                    .program()));
    assertTrue(roundTrip.isLossless(), roundTrip::toString);
  }

  @Test
  void theSameSeedGivesTheSameAnswer() {
    MappingProgram toOkta = toOkta(AttributeMapping.of("email", "appuser.mail + appuser.nick"));
    MappingProgram toApp = toApp(AttributeMapping.of("mail", "user.email"));
    assertEquals(roundTrip(toOkta, toApp), roundTrip(toOkta, toApp));
    assertFalse(roundTrip(toOkta, toApp).isLossless());
    assertThrows(
        IllegalArgumentException.class,
        () -> RoundTrip.of(toOkta, toApp, EvaluationRun.EMPTY, 0, 1));
  }

  private static Profile app(String name, Object value) {
    return Profile.empty(APP).with(name, value);
  }

  private static Profile user(String name, Object value) {
    return Profile.empty(USER).with(name, value);
  }

  @Test
  void thePageShowsTheSameLines() throws IOException {
    Path root = Path.of(System.getProperty("attune.root", ".."));
    String source = "mapping-core/src/test/java/io/attune/mapping/laws/RoundTripTest.java";
    List<String> lines = Files.readAllLines(root.resolve(source));
    List<String> example =
        lines.subList(lines.indexOf("    // begin") + 1, lines.indexOf("    // end"));
    String shown = String.join("\n", example.stream().map(line -> line.substring(4)).toList());
    assertTrue(Files.readString(root.resolve("docs/mappings.md")).contains(shown), shown);
  }
}
