package fr.jalon.bancs;

import fr.jalon.accompagnement.application.ReprendreDesContacts;
import fr.jalon.accompagnement.application.ReprendreDesContacts.Contact;
import fr.jalon.accompagnement.domaine.GenreDeContact;
import fr.jalon.diagnostic.application.ReprendreDesDiagnostics;
import fr.jalon.diagnostic.application.ReprendreDesDiagnostics.Theme;
import fr.jalon.diagnostic.application.ThemesDuDiagnostic;
import fr.jalon.diagnostic.domaine.EtatFrein;
import fr.jalon.diagnostic.domaine.Rubrique;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What référents with a full file have written of it, over the persons of {@code bench pages}: a year of contacts for two in three, diagnostics for
 * half, ten years of them for one in ten.
 */
@Component
class FilesDuBanc {
  private static final int LOT = 2_000;
  private static final int MOIS = 12;
  private static final int ANNEES = 10;
  private static final int JOURS = 31;
  private static final List<String> NIVEAUX = List.of("SANS", "MOYEN", "FORT");
  private final ReprendreDesContacts contacts;
  private final ReprendreDesDiagnostics diagnostics;
  private final ThemesDuDiagnostic themes;
  private final AgentSysteme systeme;
  private final JdbcClient base;

  FilesDuBanc(ReprendreDesContacts contacts, ReprendreDesDiagnostics diagnostics, ThemesDuDiagnostic themes, AgentSysteme systeme,
      @Qualifier("chargement") JdbcClient base) {
    this.contacts = contacts;
    this.diagnostics = diagnostics;
    this.themes = themes;
    this.systeme = systeme;
    this.base = base;
  }

  private record Suivie(long id, long personneId, int referentId, LocalDate notifieLe) {}

  /** Writes it of everyone whom this organisation follows. @param jour the last day there is */
  void ecrire(int organisation, LocalDate jour) {
    List<Suivie> suivies = base.sql("select id, personne_id, referent_id, notifie_le from orientation.suivi where organisation_id = ? order by id")
        .param(organisation).query(Suivie.class).list();
    List<Rubrique> rubriques = themes.au(jour).themes();
    for (int i = 0; i < suivies.size(); i += LOT) {
      List<Contact> dits = new ArrayList<>();
      List<Theme> constates = new ArrayList<>();
      for (Suivie s : suivies.subList(i, Math.min(suivies.size(), i + LOT))) {
        contacts(s, organisation, jour, dits);
        diagnostics(s, rubriques, constates);
      }
      systeme.agir("banc", () -> {
        contacts.executer(dits);
        return diagnostics.executer(constates, List.of());
      });
    }
  }

  private static void contacts(Suivie s, int organisation, LocalDate jour, List<Contact> dits) {
    for (int m = 0; s.id() % 3 != 0 && m < MOIS && !s.notifieLe().plusDays((long) m * JOURS).isAfter(jour); m++) {
      dits.add(new Contact(s.personneId(), s.notifieLe().plusDays((long) m * JOURS), GenreDeContact.BUREAU,
          (s.id() + m) % 7 == 0 ? EtatEntretien.ABSENTE : EtatEntretien.PRESENTE, null, null, "Point sur la situation.", "", s.referentId(),
          organisation));
    }
  }

  private static void diagnostics(Suivie s, List<Rubrique> rubriques, List<Theme> constates) {
    int ans = s.id() % 10 == 0 ? ANNEES : s.id() % 2 == 0 ? 1 : 0;
    for (int a = 0; a < ans; a++) {
      LocalDate le = s.notifieLe().minusYears(a);
      for (int r = 0; r < rubriques.size(); r++) {
        // one frein a theme: older statements weigh nothing
        String niveau = a > 0 ? "SANS" : NIVEAUX.get((int) ((s.id() / 2 + r) % NIVEAUX.size()));
        constates.add(new Theme(s.personneId(), rubriques.get(r), niveau, Map.of(), le, EtatFrein.OUVERT, le));
      }
    }
  }
}
