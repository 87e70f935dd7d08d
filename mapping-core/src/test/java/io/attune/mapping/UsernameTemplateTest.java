package io.attune.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

/** Okta's documented templates, and what is none. */
class UsernameTemplateTest {
  private static void means(String template, String expression) {
    assertEquals(expression, UsernameTemplate.expression(template, ""));
  }

  @Test
  void writesBuiltInTemplatesAsExpressions() {
    means("${source.login}", "source.login");
    means("${fn:substringBefore(source.login,\"@\")}", "String.substringBefore(source.login, '@')");
    means("${fn:toLowerCase(source.email)}", "String.toLowerCase(source.email)");
    means(
        "${fn:toLowerCase(fn:substringBefore(source.email, \"@\"))}",
        "String.toLowerCase(String.substringBefore(source.email, '@'))");
    means("acme-${source.employeeID}", "'acme-' + source.employeeID");
  }

  @Test
  void appendsTheSuffixWhereItIsNotNamed() {
    assertEquals(
        "source.userName + '@a.test'",
        UsernameTemplate.expression("${source.userName}${instance.userSuffix}", "@a.test"));
    assertEquals("source.login + '.x'", UsernameTemplate.expression("${source.login}", ".x"));
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertNull(UsernameTemplate.expression("${fn:evil(source.login)}", ""));
    assertNull(UsernameTemplate.expression("${source.login", ""));
    assertNull(UsernameTemplate.expression("${user.login}", ""));
    assertNull(UsernameTemplate.expression("${fn:replace(source.login,\"a}", ""));
    assertNull(UsernameTemplate.expression("", ""));
  }
}
