package io.attune.sourcing;

import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeMaster;
import io.attune.sourcing.AttributeOwner.PassedOver;
import io.attune.sourcing.AttributeOwner.Reason;
import io.attune.sourcing.SourcedPerson.Offer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose an attribute is: the first candidate that is a source, has the person, and does not pass it
 * on. If all who have the person pass it on, it stays with the first of them that maps it, else
 * with the first. Without any, it is Okta's. Source: okta-behaviour 5.2, 5.5, 5.6.
 *
 * @param sources the org's sources
 */
public record AttributeSourcing(ProfileSources sources) {
  /** Decides for one attribute of one person. */
  public AttributeOwner ownerOf(AttributeDefinition attribute, SourcedPerson person) {
    AttributeMaster master = attribute.master();
    List<PassedOver> passedOver = new ArrayList<>();
    String owner = null;
    for (String app : candidates(master)) {
      Reason reason = owner == null ? reason(app, attribute, person) : later(app, person);
      if (reason == null) {
        owner = app;
      } else {
        passedOver.add(new PassedOver(app, reason));
      }
    }
    PassedOver kept = owner == null ? keeper(passedOver) : null;
    if (kept != null) {
      owner = kept.app();
      passedOver.remove(kept);
    }
    return new AttributeOwner(owner, master.type(), passedOver);
  }

  private List<String> candidates(AttributeMaster master) {
    return switch (master.type()) {
      case OKTA -> List.of();
      case OVERRIDE -> master.priority();
      case PROFILE_MASTER -> sources.ranking();
    };
  }

  /** Why a candidate is not the owner, or null if it is. */
  private @Nullable Reason reason(String app, AttributeDefinition attribute, SourcedPerson person) {
    Reason away = away(app, person);
    if (away != null || !sources.passesOn(app)) {
      return away;
    }
    Offer offer = person.offer(app, attribute);
    return switch (offer) {
      case VALUE -> null;
      case NO_VALUE -> Reason.NO_VALUE;
      case NOT_MAPPED -> Reason.NOT_MAPPED;
    };
  }

  private Reason later(String app, SourcedPerson person) {
    Reason away = away(app, person);
    return away == null ? Reason.LOWER : away;
  }

  private @Nullable Reason away(String app, SourcedPerson person) {
    if (!sources.isSource(app)) {
      return Reason.NOT_A_SOURCE;
    }
    return person.isAssigned(app) ? null : Reason.NOT_ASSIGNED;
  }

  /** With whom an attribute stays that everybody passed on; null if nobody has the person. */
  private static @Nullable PassedOver keeper(List<PassedOver> passedOver) {
    for (Reason reason : List.of(Reason.NO_VALUE, Reason.NOT_MAPPED)) {
      for (PassedOver each : passedOver) {
        if (each.reason() == reason) {
          return each;
        }
      }
    }
    return null;
  }
}
