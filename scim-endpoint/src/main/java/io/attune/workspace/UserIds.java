package io.attune.workspace;

import io.attune.plan.Outcome;
import io.attune.plan.PlannedChange;
import io.attune.plan.Sha256;
import io.attune.plan.json.PlanFile;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Ids of users, and of groups, whom a plan creates: {@code 00u} or {@code 00g} and 17 base-62
 * characters of SHA-256 of app, externalId and plan hash. Source: formats, Plan.
 */
public final class UserIds {
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private static final int LENGTH = 17;

  private UserIds() {}

  /** Whom a line of a plan is about: the person it names, or whom its CREATE makes; or nobody. */
  public static @Nullable String of(PlannedChange line, PlanFile plan) {
    return line.userId() == null && line.outcome() == Outcome.CREATE
        ? of(plan.run().app(), String.valueOf(line.externalId()), plan.hash())
        : line.userId();
  }

  static String of(String app, String externalId, Sha256 plan) {
    return of("00u", app, externalId, plan);
  }

  static String ofGroup(String app, String externalId, Sha256 plan) {
    return of("00g", app, externalId, plan);
  }

  private static String of(String prefix, String app, String externalId, Sha256 plan) {
    MessageDigest digest = Sha256.digest();
    for (String part : new String[] {app, externalId, plan.hex()}) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    BigInteger rest = new BigInteger(1, digest.digest());
    StringBuilder id = new StringBuilder(prefix);
    for (int index = 0; index < LENGTH; index++) {
      BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(DIGITS.length()));
      id.append(DIGITS.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    return id.toString();
  }
}
