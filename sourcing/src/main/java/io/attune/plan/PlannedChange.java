package io.attune.plan;

import io.attune.sourcing.UserStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a plan: what happens to one record, or to one link that was not seen, and why.
 * Source: formats, Plan.
 *
 * @param externalId the record's key; null only where a record could not be read that far
 * @param outcome what happens
 * @param userId the Okta user concerned; null for CREATE and where there is none
 * @param match who the record is; null for records that could not be read
 * @param changes Okta user first, then app user, each in slot order
 * @param status the change of the Okta user's status, or null
 * @param link the change of the stored link, or null
 * @param diagnostics what a person should know besides, in a fixed order
 */
public record PlannedChange(
    @Nullable String externalId,
    Outcome outcome,
    @Nullable String userId,
    @Nullable PlannedMatch match,
    List<PlannedValue> changes,
    @Nullable StatusChange status,
    @Nullable LinkChange link,
    List<Diagnostic> diagnostics) {
  /** Copies the lists. */
  public PlannedChange {
    changes = List.copyOf(changes);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * One value that is written.
   *
   * @param on whose attribute it is
   * @param attribute its name
   * @param from the value before, null if absent
   * @param to the value after, null if cleared
   * @param by which rule set it: {@code toOkta.title}, {@code usernameFormat}, {@code default};
   *     null on an app user, which takes what the record said
   * @param source the app whose table that is: the importing one, or the source that an attribute
   *     falls to; null on an app user
   */
  public record PlannedValue(
      Target on,
      String attribute,
      @Nullable Object from,
      @Nullable Object to,
      @Nullable String by,
      @Nullable String source) {}

  /** Whose attribute a planned value is. */
  public enum Target {
    USER,
    APP_USER
  }

  /**
   * A change of an Okta user's lifecycle status.
   *
   * @param from the status before, null where the user is created
   * @param to the status after
   * @param because the rule, or null where the user is created
   */
  public record StatusChange(
      @Nullable UserStatus from, UserStatus to, @Nullable StatusReason because) {}

  /** The rules that change a status. Source: okta-behaviour 5.11 to 5.16. */
  public enum StatusReason {
    REACTIVATED_IN_SOURCE,
    DEACTIVATED_IN_SOURCE,
    REMOVED_FROM_SOURCE
  }

  /**
   * A change of a stored link.
   *
   * @param from the row's status before
   * @param to the row's status after
   * @param movedFrom the externalId that the row had before a person's choice moved it, or null
   */
  public record LinkChange(AppUserStatus from, AppUserStatus to, @Nullable String movedFrom) {}

  /**
   * What a person should know about a line.
   *
   * @param code stable, in capitals
   * @param attribute the attribute concerned, or null
   * @param message one line without personal values, or null where the code says it all
   */
  public record Diagnostic(String code, @Nullable String attribute, @Nullable String message) {}
}
