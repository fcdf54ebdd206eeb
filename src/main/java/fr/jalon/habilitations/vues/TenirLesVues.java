package fr.jalon.habilitations.vues;

import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.Filtres;
import fr.jalon.ecran.VueEnregistree;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.Nir;
import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An agent keeps what she asks of a list under a name, renames it, shares it, has the menu open it, deletes it and takes it back. */
@Service
public class TenirLesVues {
  /** Resource of whoever may share. */
  public static final String PARTAGE = "VUES_PARTAGEES";
  private static final int NOM = 60;
  private static final int PAR_LISTE = 30;
  private static final int FILTRES = 500;
  private final JdbcClient base;
  private final VuesGardees vues;
  private final AgentCourant agentCourant;
  private final Clock horloge;

  TenirLesVues(JdbcClient base, VuesGardees vues, AgentCourant agentCourant, Clock horloge) {
    this.base = base;
    this.vues = vues;
    this.agentCourant = agentCourant;
    this.horloge = horloge;
  }

  /**
   * Keeps what these filters ask, but who is looked for. The same name and the same filters twice are one view.
   *
   * @throws RefusMetier no name, a name taken on this list, nothing to keep, or too many
   */
  @Transactional
  public VueEnregistree enregistrer(Filtres filtres, String nom, boolean partagee, boolean parDefaut) {
    AdresseDePage adresse = filtres.sansPersonne();
    String demande = adresse.toString().substring(adresse.chemin().length()).replaceFirst("^\\?", "");
    String nomme = nomme(nom, partagee, demande);
    // two clicks at once: the second waits, and finds the view of the first
    base.sql("select pg_advisory_xact_lock(hashtextextended('vue ' || habilitations.agent() || ' ' || ?, 0))").param(adresse.chemin())
        .query((_, _) -> 0).single();
    Optional<VueEnregistree> deja = vues.de(adresse.chemin()).stream().filter(v -> v.mienne() && v.nom().equalsIgnoreCase(nomme)).findFirst();
    if (deja.isPresent() && !deja.get().filtres().equals(demande)) {
      throw prise();
    }
    if (deja.isEmpty() && vues.de(adresse.chemin()).stream().filter(VueEnregistree::mienne).count() >= PAR_LISTE) {
      throw new RefusMetier("VUES_TROP_NOMBREUSES",
          "Vous gardez déjà %d vues de cette liste : supprimez-en une qui ne sert plus, puis recommencez.".formatted(PAR_LISTE));
    }
    long id = deja.map(VueEnregistree::id).orElseGet(() -> creer(adresse.chemin(), demande, nomme, partagee));
    if (parDefaut) {
      ouvrirAuMenu(id);
    }
    return vues.une(id).orElseThrow();
  }

  /** Another name, shared or not. @throws RefusMetier as for a new one, or it is not hers */
  @Transactional
  public void changer(long id, String nom, boolean partagee) {
    VueEnregistree vue = vues.pourChanger(id).orElseThrow(TenirLesVues::inconnue);
    String nomme = nomme(nom, partagee, vue.filtres());
    Perimetre p = agentCourant.perimetre();
    try {
      base.sql("update habilitations.vue set nom = ?, partagee = ?, territoires = ?, organisations = ?, partout = ? where id = ?")
          .params(nomme, partagee, lieux(partagee, p.territoires()), lieux(partagee, p.organisations()), partagee && p.partout(), id).update();
    } catch (DuplicateKeyException _) {
      throw prise();
    }
  }

  /** Nobody sees it any more; she may take it back for thirty days. Deleted already: nothing is done. */
  @Transactional
  public Optional<VueEnregistree> supprimer(long id) {
    Optional<VueEnregistree> vue = vues.pourChanger(id);
    vue.ifPresent(_ -> base.sql("update habilitations.vue set supprimee_le = ? where id = ?").params(OffsetDateTime.now(horloge), id).update());
    return vue;
  }

  /** One taken back. @param plusPartagee true when it was shared and she may no longer share it there: it comes back for her alone */
  public record Retablie(VueEnregistree vue, boolean plusPartagee) {}

  /** Takes back one of hers, shared as it was when she still may. @throws RefusMetier it is no more, or its name was taken since */
  @Transactional
  public Retablie retablir(long id) {
    boolean plusPartagee;
    try {
      plusPartagee = base.sql("""
          with avant as (
            select v.id, v.partagee, not v.partagee or habilitations.peut(:partage) and (not v.partout or habilitations.partout())
              and v.organisations <@ habilitations.organisations() and v.territoires <@ habilitations.territoires() as permise
            from habilitations.vue v where v.id = :id and v.supprimee_le is not null and v.agent = habilitations.agent() for update of v)
          update habilitations.vue v set supprimee_le = null, partagee = v.partagee and a.permise, partout = v.partout and a.permise,
            territoires = case when a.permise then v.territoires else '{}' end, organisations = case when a.permise then v.organisations else '{}' end
          from avant a where a.id = v.id returning not a.permise""").param("partage", PARTAGE).param("id", id).query(Boolean.class).optional()
          .orElse(false);
    } catch (DuplicateKeyException _) {
      throw new RefusMetier("VUE_DEJA_NOMMEE",
          "Une autre de vos vues de cette liste porte maintenant ce nom : renommez-la d'abord, puis rétablissez celle-ci.");
    }
    return new Retablie(vues.une(id).orElseThrow(TenirLesVues::inconnue), plusPartagee);
  }

  /** The menu opens this one for her. @throws RefusMetier she does not see it */
  @Transactional
  public VueEnregistree ouvrirAuMenu(long id) {
    VueEnregistree vue = vues.une(id).orElseThrow(TenirLesVues::inconnue);
    base.sql("""
        insert into habilitations.vue_par_defaut (agent, liste, vue_id) values (habilitations.agent(), ?, ?)
        on conflict (agent, liste) do update set vue_id = excluded.vue_id""").params(vue.liste(), id).update();
    return vue;
  }

  /** The menu opens the whole list again. */
  @Transactional
  public void ouvrirTout(String liste) {
    base.sql("delete from habilitations.vue_par_defaut where agent = habilitations.agent() and liste = ?").param(liste).update();
  }

  private long creer(String liste, String filtres, String nom, boolean partagee) {
    Perimetre p = agentCourant.perimetre();
    return base.sql("""
        insert into habilitations.vue (agent, liste, filtres, nom, partagee, territoires, organisations, partout, creee_le)
        values (habilitations.agent(), ?, ?, ?, ?, ?, ?, ?, ?) returning id""").params(liste, filtres, nom, partagee,
        lieux(partagee, p.territoires()), lieux(partagee, p.organisations()), partagee && p.partout(), OffsetDateTime.now(horloge))
        .query(Long.class).single();
  }

  private static Integer[] lieux(boolean partagee, java.util.List<Integer> siens) {
    return partagee ? siens.toArray(Integer[]::new) : new Integer[0];
  }

  private String nomme(String nom, boolean partage, String filtres) {
    String nomme = nom == null ? "" : nom.strip();
    new Fautes().exiger(!nomme.isEmpty() && nomme.length() <= NOM, "nom", "VUE_SANS_NOM",
        "Donnez un nom à cette vue, en %d caractères au plus : « Sans rendez-vous, Centre ».".formatted(NOM))
        .exiger(nomme.equals(Nir.masquer(nomme)), "nom", "VUE_AU_NOM_D_UNE_PERSONNE",
            "Le nom d'une vue ne porte pas de numéro de sécurité sociale : dites ce qu'elle montre, et de personne en particulier.")
        .exiger(!filtres.isEmpty() && filtres.length() <= FILTRES, "nom", "VUE_SANS_FILTRE",
            "Choisissez d'abord des filtres ou un onglet : cette vue serait la liste entière.")
        .exiger(!partage || agentCourant.perimetre().peut(PARTAGE), "partagee", "PARTAGE_NON_PERMIS",
            "Votre rôle ne partage pas de vue : gardez-la pour vous, ou demandez à votre responsable de la partager.").lever();
    return nomme;
  }

  private static RefusMetier prise() {
    return new SaisieRefusee("nom", new RefusMetier("VUE_DEJA_NOMMEE",
        "Une autre de vos vues de cette liste porte ce nom : choisissez-en un autre."));
  }

  private static RefusMetier inconnue() {
    return new RefusMetier("VUE_INCONNUE", "Cette vue n'existe plus, ou n'est plus partagée avec vous.");
  }
}
