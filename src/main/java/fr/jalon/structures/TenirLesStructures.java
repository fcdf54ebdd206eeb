package fr.jalon.structures;

import fr.jalon.ecran.Francais;
import fr.jalon.journal.Journal;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the administration changes: organisations, référents, the territory of a commune. Nothing is deleted; what no longer serves is inactive. */
@Service
public class TenirLesStructures {
  private static final Set<String> NATURES = Set.of("DEPARTEMENT", "FRANCE_TRAVAIL", "EXTERNE", Organisation.OPERATEUR);
  private static final Set<String> PARCOURS = Set.of("SOCIAL", "SOCIOPROFESSIONNEL", "PROFESSIONNEL");
  private static final Set<String> CADRES = Set.of("MARCHE", "CONVENTION");
  private static final BigDecimal ETP_MAXIMUM = new BigDecimal("1");
  private static final String NOM = "nom";
  private static final String NOM_ABSENT = "NOM_ABSENT";
  private static final String COURRIEL = "courriel";
  private static final String NATURE_INCONNUE = "NATURE_INCONNUE";
  private final JdbcClient base;
  private final Structures structures;
  private final Journal journal;
  private final ApplicationEventPublisher evenements;
  private final List<SuivisTenus> suivis;
  private final Clock horloge;

  TenirLesStructures(JdbcClient base, Structures structures, Journal journal, ApplicationEventPublisher evenements,
      List<SuivisTenus> suivis, Clock horloge) {
    this.suivis = suivis;
    this.base = base;
    this.structures = structures;
    this.journal = journal;
    this.evenements = evenements;
    this.horloge = horloge;
  }

  /**
   * Creates or changes an organisation.
   *
   * @param id          {@code null} to create
   * @param cadre       {@code MARCHE}, {@code CONVENTION} or {@code null}; kept for an external one or an operator only
   * @param commune     INSEE code of its place, or {@code null}
   * @param territoires ids served; empty = all
   * @param parcours    pathways taken; empty = all
   * @return its id
   */
  @Transactional
  public int organisation(Integer id, String nom, String nature, String cadre, String commune, List<Integer> territoires, List<String> parcours,
      boolean active) {
    new Fautes().exiger(dit(nom), NOM, NOM_ABSENT, "Donnez un nom à l'organisation.")
        .exiger(NATURES.contains(nature), "nature", NATURE_INCONNUE, "Choisissez la nature de l'organisation dans la liste.")
        .exiger(PARCOURS.containsAll(parcours), "parcours", NATURE_INCONNUE, "Choisissez les parcours de l'organisation dans la liste.").lever();
    if (id != null && Organisation.OPERATEUR.equals(nature)) {
      exigerQuElleNeSuivePersonne(id);
    }
    String net = nom.strip();
    String droit = Set.of("EXTERNE", Organisation.OPERATEUR).contains(nature) && CADRES.contains(cadre == null ? "" : cadre) ? cadre : null;
    String lieu = commune == null || commune.isBlank() ? null : commune;
    int ecrite;
    if (id == null) {
      ecrite = base.sql("""
          insert into structures.organisation (code, nom, nature, territoires, parcours, active, cadre, commune)
          values (:code, :nom, :nature, :territoires::int[], :parcours::text[], :active, :cadre, :commune) returning id""")
          .param("code", codeLibre(net)).param("cadre", droit).param("commune", lieu).param("nom", net).param("nature", nature)
          .param("territoires", territoires.stream().mapToInt(Integer::intValue).toArray()).param("parcours", parcours.toArray(String[]::new))
          .param("active", active).query(Integer.class).single();
    } else {
      ecrite = base.sql("""
          update structures.organisation set nom = :nom, nature = :nature, territoires = :territoires::int[], parcours = :parcours::text[],
            active = :active, cadre = :cadre, commune = :commune where id = :id returning id""")
          .param("cadre", droit).param("commune", lieu).param("nom", net).param("nature", nature)
          .param("territoires", territoires.stream().mapToInt(Integer::intValue).toArray())
          .param("parcours", parcours.toArray(String[]::new)).param("active", active).param("id", id).query(Integer.class).optional()
          .orElseThrow(() -> new RefusMetier("ORGANISATION_INCONNUE", "Cette organisation n'existe plus. Rechargez la page."));
    }
    journal.tracer("STRUCTURE", null, null, "Organisation %s : %s%s".formatted(id == null ? "créée" : "modifiée", net, active ? "" : " (inactive)"));
    return ecrite;
  }

  private void exigerQuElleNeSuivePersonne(int organisation) {
    long tenus = suivis.stream().mapToLong(s -> s.de(organisation)).sum();
    new Fautes().exiger(tenus == 0, "nature", "OPERATEUR_QUI_SUIT", ("Un opérateur d'actions ne suit personne, et elle tient encore %s. "
        + "Confiez d'abord ces personnes à une autre organisation (Transférer un portefeuille ; hors RSA, dans leur dossier), ou gardez sa nature.")
        .formatted(Francais.compte(tenus, "suivi", "suivis"))).lever();
  }

  /** Creates or changes a référent; what her working time was before stays known. */
  @Transactional
  public int referent(SaisieDeReferent saisie) {
    String adresse = dit(saisie.courriel()) ? saisie.courriel().strip().toLowerCase(Locale.ROOT) : null;
    Fautes fautes = new Fautes().exiger(dit(saisie.nom()), NOM, NOM_ABSENT, "Donnez le nom du référent.")
        .exiger(adresse == null || adresse.matches("[^\\s@]+@[^\\s@]+\\.[^\\s@]+"), COURRIEL, "COURRIEL_MAL_FORME",
            "L'adresse électronique n'est pas complète. Écrivez-la en entier, par exemple prenom.nom@exemple.fr.")
        .exiger(saisie.etp() != null && saisie.etp().signum() > 0 && saisie.etp().compareTo(ETP_MAXIMUM) <= 0, "etp", "ETP_IMPOSSIBLE",
            "Le temps de travail est une part d'équivalent temps plein, de 0,1 à 1.")
        .exiger(!saisie.reserve() || !saisie.publics().isEmpty(), "publics", "PUBLICS_ABSENTS",
        "Cochez les publics que ce référent suit, ou décochez « Ne suit que ces publics ».");
    verifierLePoste(saisie, fautes);
    fautes.lever();
    String net = saisie.nom().strip();
    try {
      int ecrit = ecrire(saisie, net, adresse);
      base.sql("""
          insert into structures.referent_periode (referent_id, depuis, etp, intensif, actif, saisi_par) values (?, ?, ?, ?, ?, habilitations.agent())
          on conflict (referent_id, depuis) do update set etp = excluded.etp, intensif = excluded.intensif, actif = excluded.actif, saisi_par = excluded.saisi_par""")
          .params(ecrit, LocalDate.now(horloge), saisie.etp(), saisie.intensif(), saisie.actif()).update();
      journal.tracer("STRUCTURE", null, null, "Référent %s : %s%s".formatted(saisie.id() == null ? "créé" : "modifié", net,
          saisie.actif() ? "" : " (inactif)"));
      return ecrit;
    } catch (DuplicateKeyException _) {
      throw new SaisieRefusee(COURRIEL, new RefusMetier("COURRIEL_DEJA_PRIS", "Un autre référent a déjà cette adresse électronique."));
    }
  }

  private void verifierLePoste(SaisieDeReferent saisie, Fautes fautes) {
    Poste p = saisie.poste();
    fautes.exiger(p.siteId() == null || structures.sites().stream()
        .anyMatch(s -> s.id() == p.siteId() && s.organisationId() == saisie.organisationId()), "site",
            "SITE_AILLEURS", "Ce site n'est pas de cette organisation. Choisissez un de ses sites, ou aucun.")
        .exiger(p.fonction() == null || structures.organisation(saisie.organisationId()).filter(o -> "DEPARTEMENT".equals(o.nature()))
        .isPresent(), "fonction",
            "FONCTION_EXTERNE", "La fonction (insertion ou polyvalence) est celle d'un référent du Département. Laissez-la vide.")
        .exiger(p.debut() == null || p.fin() == null || !p.fin().isBefore(p.debut()), "fin", "DATES_INVERSEES",
        "Le dernier jour du référent ne peut pas être avant le premier.");
  }

  private int ecrire(SaisieDeReferent r, String nom, String courriel) {
    String sql = r.id() == null ? """
        insert into structures.referent (organisation_id, nom, courriel, etp, intensif, actif, commune, publics, reserve, communes, site_id, fonction,
          debut_le, fin_le)
        values (:organisation, :nom, :courriel, :etp, :intensif, :actif, :commune, :publics::text[], :reserve, :communes::text[], :site, :fonction, :debut, :fin)
        returning id""" : """
        update structures.referent set organisation_id = :organisation, nom = :nom, courriel = :courriel, etp = :etp, intensif = :intensif, actif = :actif,
          commune = :commune, publics = :publics::text[], reserve = :reserve, communes = :communes::text[],
          site_id = :site, fonction = :fonction, debut_le = :debut, fin_le = :fin where id = :id returning id""";
    return base.sql(sql).param("id", r.id()).param("organisation", r.organisationId()).param("nom", nom)
        .param("courriel", courriel).param("etp", r.etp())
        .param("intensif", r.intensif()).param("actif", r.actif()).param("commune", r.commune() == null || r.commune().isBlank() ? null : r.commune())
        .param("publics", r.publics().stream().map(Enum::name).toArray(String[]::new)).param("reserve", r.reserve())
        .param("site", r.poste().siteId()).param("fonction", r.poste().fonction() == null ? null : r.poste().fonction().name())
        .param("debut", r.poste().debut()).param("fin", r.poste().fin())
        .param("communes", r.communes().toArray(String[]::new)).query(Integer.class).optional()
        .orElseThrow(() -> new RefusMetier("REFERENT_INCONNU", "Ce référent n'existe plus. Rechargez la page."));
  }

  /** Moves communes to a territory; the persons who live there follow, with all that is known of them. */
  @Transactional
  public void deplacer(List<String> communes, int territoireId) {
    Territoire territoire = structures.territoires().stream().filter(t -> t.id() == territoireId).findFirst()
        .orElseThrow(() -> new RefusMetier("TERRITOIRE_INCONNU", "Choisissez un territoire dans la liste."));
    String departement = structures.departement().code();
    int deplacees =
        base.sql("update structures.commune set territoire_id = :territoire where code = any(:codes::text[]) and departement = :departement")
        .param("territoire", territoireId).param("codes", communes.toArray(String[]::new)).param("departement", departement).update();
    if (deplacees != communes.size()) {
      throw new RefusMetier("COMMUNE_INCONNUE", "Une de ces communes n'est pas du Département.");
    }
    structures.oublierLaCarteApresLaTransaction();
    evenements.publishEvent(new CommunesDeplacees(communes, territoireId));
    journal.tracer("STRUCTURE", null, null, "Communes %s rattachées à %s".formatted(String.join(", ", communes), territoire.nom()));
  }

  private String codeLibre(String nom) {
    String debut = Normalizer.normalize(nom, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "-")
        .replaceAll("^-|-$", "");
    String code = debut.length() > 24 ? debut.substring(0, 24) : debut;
    int rang = base.sql("select count(*) from structures.organisation where code = ? or code like ? || '-%'").params(code, code)
        .query(Integer.class).single();
    return rang == 0 ? code : code + "-" + (rang + 1);
  }

  private static boolean dit(String texte) {
    return texte != null && !texte.isBlank();
  }
}
