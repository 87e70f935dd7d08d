package io.attune.sourcing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.AttributeMaster;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose an attribute is, one line a case: the sources are hr, crm, ad, in that order. */
class AttributeSourcingTest {
  @ParameterizedTest(name = "{0}, assigned {1}, falling back {2}: {3}, past {4}")
  @CsvSource(
      textBlock =
          """
          # master,                  has the person,     falls back, owner, passed over
          PROFILE_MASTER,            hr=v crm=v,         -,          hr,    crm:LOWER ad:NOT_ASSIGNED
          PROFILE_MASTER,            crm=v ad=v,         -,          crm,   hr:NOT_ASSIGNED ad:LOWER
          PROFILE_MASTER,            -,                  -,          Okta,  hr:NOT_ASSIGNED crm:NOT_ASSIGNED ad:NOT_ASSIGNED
          PROFILE_MASTER,            hr=null crm=v,      -,          hr,    crm:LOWER ad:NOT_ASSIGNED
          PROFILE_MASTER,            hr=unmapped crm=v,  -,          hr,    crm:LOWER ad:NOT_ASSIGNED
          PROFILE_MASTER,            hr=null crm=v,      hr,         crm,   hr:NO_VALUE ad:NOT_ASSIGNED
          PROFILE_MASTER,            hr=unmapped crm=v,  hr,         crm,   hr:NOT_MAPPED ad:NOT_ASSIGNED
          PROFILE_MASTER,            hr=null crm=null,   hr,         crm,   hr:NO_VALUE ad:NOT_ASSIGNED
          PROFILE_MASTER,            hr=null crm=null,   hr crm,     hr,    crm:NO_VALUE ad:NOT_ASSIGNED
          PROFILE_MASTER,            hr=unmapped crm=null, hr crm,   crm,   hr:NOT_MAPPED ad:NOT_ASSIGNED
          PROFILE_MASTER,            hr=unmapped,        hr,         hr,    crm:NOT_ASSIGNED ad:NOT_ASSIGNED
          OKTA,                      hr=v crm=v,         -,          Okta,  -
          OVERRIDE crm,              hr=v crm=v,         -,          crm,   -
          OVERRIDE crm,              hr=v,               -,          Okta,  crm:NOT_ASSIGNED
          OVERRIDE ad crm,           hr=v crm=v,         -,          crm,   ad:NOT_ASSIGNED
          OVERRIDE wiki crm,         crm=v wiki=v,       -,          crm,   wiki:NOT_A_SOURCE
          OVERRIDE ad crm,           ad=null crm=v,      ad,         crm,   ad:NO_VALUE
          OVERRIDE ad crm,           ad=null crm=v,      hr,         ad,    crm:LOWER
          """)
  void ownsAndPassesOver(
      String master, String assigned, String fallingBack, String owner, String passedOver) {
    Map<String, String> offers = new TreeMap<>();
    words(assigned).forEach(each -> offers.put(each.split("=", -1)[0], each.split("=", -1)[1]));
    ProfileSources sources =
        new ProfileSources(List.of("hr", "crm", "ad"), new TreeSet<>(words(fallingBack)));
    List<String> parts = words(master);
    AttributeDefinition attribute =
        AttributeDefinition.of("title", AttributeKind.STRING)
            .withMaster(
                new AttributeMaster(
                    AttributeMaster.Type.valueOf(parts.get(0)), parts.subList(1, parts.size())));
    AttributeOwner found = new AttributeSourcing(sources).ownerOf(attribute, new Person(offers));
    assertEquals(owner, found.app() == null ? "Okta" : found.app());
    assertEquals(
        words(passedOver),
        found.passedOver().stream().map(each -> each.app() + ":" + each.reason()).toList());
  }

  private static List<String> words(String text) {
    return text.equals("-") ? List.of() : Arrays.asList(text.trim().split(" ", -1));
  }

  private record Person(Map<String, String> offers) implements SourcedPerson {
    @Override
    public boolean isAssigned(String app) {
      return offers.containsKey(app);
    }

    @Override
    public Offer offer(String app, AttributeDefinition attribute) {
      return switch (String.valueOf(offers.get(app))) {
        case "v" -> Offer.VALUE;
        case "unmapped" -> Offer.NOT_MAPPED;
        default -> Offer.NO_VALUE;
      };
    }
  }
}
