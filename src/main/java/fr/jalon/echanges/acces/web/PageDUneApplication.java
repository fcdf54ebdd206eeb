package fr.jalon.echanges.acces.web;

import fr.jalon.echanges.webhooks.lecture.WebhooksConnus.Webhook;
import fr.jalon.habilitations.ClientApi;
import fr.jalon.habilitations.SaisieClient;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Territoire;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

/**
 * The sheet of an application, or the form of a new one.
 *
 * @param client     {@code null} for a new one
 * @param saisie     what the form shows: as kept, or as typed when it was refused
 * @param maintenant to know whether a secret before is still accepted
 * @param webhook    what was typed of a webhook refused
 */
public record PageDUneApplication(ClientApi client, SaisieClient saisie,
    List<Territoire> territoires, List<Organisation> organisations, List<Webhook> webhooks,
    OffsetDateTime maintenant, SaisieDeWebhook webhook) {
  /** A webhook as typed. */
  public record SaisieDeWebhook(String adresse, List<String> evenements) {
    /** Absent is empty. */
    public SaisieDeWebhook {
      adresse = adresse == null ? "" : adresse.strip();
      evenements = evenements == null ? List.of() : evenements.stream().filter(Objects::nonNull).toList();
    }
  }

  /** True while the secret before is accepted too. */
  public boolean releve() {
    return client.releveJusqua() != null && client.releveJusqua().isAfter(maintenant);
  }
}
