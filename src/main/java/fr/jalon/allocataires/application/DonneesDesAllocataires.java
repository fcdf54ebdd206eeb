package fr.jalon.allocataires.application;

import fr.jalon.allocataires.DonneesDeLaPersonne;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room holds about persons, and the journal and the register of files below and beside it. */
@Component
class DonneesDesAllocataires implements DonneesDeLaPersonne {
  /** The day after the month that begins then. */
  private static final String UN_MOIS = "(%s + interval '1 month')::date";
  /** The month of the file that states a debt; a file of another time says only when it was found. */
  private static final String MOIS_DE_LA_CREANCE = "date_trunc('month', coalesce(x.mois, x.implantee_le))::date";

  @Override
  public List<Table> tables() {
    return List.of(
        Table.ou("allocataires.personne", "x.id = any(:personnes::bigint[])", "Votre identité et vos coordonnées").pourLesComptes()
            .contact("x.creee_le::date")
            .tait("nom = 'Personne effacée'", "prenom = ''", "nom_naissance = null", "autres_prenoms = null", "civilite = null",
                "date_naissance = date_trunc('month', date_naissance)::date", "precision_naissance = null", "commune_naissance = null",
                "nir_empreinte = null", "nir_chiffre = null",
                "nir_provisoire = false", "identifiant_ft = null", "telephone = null", "courriel = null", "recherche = ''"),
        Table.de("allocataires.identite_precedente", De.PERSONNE, "Vos identités précédentes").pourLesComptes().efface(),
        Table.de("allocataires.inscription", De.PERSONNE, "Votre inscription par un agent")
            .dit("x.lignes, x.code_postal, x.commune, x.informee_le, x.inscrite_par, x.inscrite_le").efface(),
        // she is kept while she is followed, and for the time after the end that follows any last contact
        Table.de("allocataires.suivi_hors_rsa", De.PERSONNE, "Vos suivis hors RSA")
            .contact("case when x.retire_le is null and not (x.fin_le is null and exists (select from allocataires.personne q "
                + "where q.id = x.personne_id and q.fusionnee_dans is not null)) then coalesce(x.fin_le, 'infinity') end")
            .dit("x.public, x.cohorte, x.depuis, x.fin_le, x.fin_motif, x.fin_precision, (select o.nom from structures.organisation o where o.id = x.organisation_id) as organisation, "
                + "(select r.nom from structures.referent r where r.id = x.referent_id) as referent, x.informee_le, x.ecrit_par, x.ecrit_le, x.retire_le")
            .tait("fin_precision = null", "cohorte = null"),
        Table.ou("allocataires.foyer", "x.id = any(:foyers::bigint[])", "Vos dossiers à la CAF ou à la MSA").pourLesComptes()
            .dit("x.fonction_organisme, x.numero_organisme, x.matricule, x.numero_demande, x.date_demande")
            .tait("matricule = 'efface-' || x.id", "numero_demande = 'efface-' || x.id", "empreinte = null"),
        Table.de("allocataires.droit", De.FOYER, "Vos droits au RSA").pendant("x.depuis", "x.jusqua").pourLesComptes().tait("precisions = null"),
        Table.de("allocataires.adresse", De.FOYER, "Vos adresses").pendant("x.depuis", "x.jusqua").pourLesComptes()
            .tait("lignes = null", "code_postal = null", "emmenagement = null"),
        Table.ou("allocataires.membre", "x.personne_id = any(:personnes::bigint[])", "Votre place dans ces foyers").pourLesComptes()
            .tait("precisions = null", "enceinte = false", "grossesse_depuis = null", "activite_depuis = null", "activite_jusqua = null"),
        Table.de("allocataires.montant", De.FOYER, "Les montants calculés par la caisse").pendant("x.depuis", "x.jusqua").pourLesComptes()
            .tait("precisions = null"),
        Table.de("allocataires.ressource", De.PERSONNE, "Les ressources connues de la caisse").pourLesComptes()
            .tait("nulles = null", "moyenne = null", "mois = null"),
        Table.de("allocataires.paiement", De.FOYER, "Les paiements").pendant("x.mois", UN_MOIS.formatted("x.mois")).pourLesComptes(),
        Table.de("allocataires.creance", De.FOYER, "Les sommes à rendre")
            .pendant(MOIS_DE_LA_CREANCE, UN_MOIS.formatted(MOIS_DE_LA_CREANCE)).pourLesComptes(),
        Table.de("allocataires.matricule_a_sceller", De.FOYER, "Numéro d'allocataire à chiffrer").efface(),
        Table.de("allocataires.situation", De.PERSONNE, "Votre situation présente").pourLesComptes()
            // of a foyer she left, what it is today is not hers
            .dit("x.present, x.role, x.adulte, x.sdd, x.tns, x.fonction_organisme, x.date_demande, case when x.present then x.etat end as etat, case when x.present then x.etat_depuis end as etat_depuis, "
                + "case when x.present then x.type_foyer end as type_foyer, case when x.present then x.commune end as commune, case when x.present then x.nom_commune end as nom_commune")
            .efface(),
        Table.ou("allocataires.doublon", "(x.personne_a = any(:personnes::bigint[]) or x.personne_b = any(:personnes::bigint[]))",
        "Fiches comparées à la vôtre").pourLesComptes(),
        Table.ou("allocataires.fusion", "(x.conservee = any(:personnes::bigint[]) or x.absorbee = any(:personnes::bigint[]))",
        "Fiches réunies à la vôtre").pourLesComptes()
            .tait("motif = 'effacé'", "motif_annulation = null"),
        // the trace of an act stays, with who did it and when; whom it was about is forgotten (docs/decisions/0013)
        Table.ou("journal.trace",
        "(x.personne_id = any(:personnes::bigint[]) or x.foyer_id = any(:foyers::bigint[]) or x.personnes && :personnes::bigint[])",
        "Qui a lu ou changé votre dossier")
            // a trace of the foyer alone is hers while she was in it; one about somebody else of it never is
            .seulement("(x.personne_id = any(:personnes::bigint[]) or x.personnes && :personnes::bigint[] or x.personne_id is null and x.personnes is null and x.foyer_id = any(:foyers::bigint[]) and "
                + DonneesDeLaPersonne.elleYEtait("x.instant::date", "x.instant::date + 1") + ")")
            .pourLesComptes().dit("x.instant, x.acte, x.role, x.ecran")
            .tait("objet = case when x.personne_id = any(:personnes::bigint[]) or x.foyer_id = any(:foyers::bigint[]) then null else objet end",
                "detail = null", "filtre = null",
                "personne_id = case when x.personne_id = any(:personnes::bigint[]) then null else personne_id end",
                "foyer_id = case when x.foyer_id = any(:foyers::bigint[]) then null else foyer_id end",
                "personnes = nullif(array(select p from unnest(x.personnes) p where p <> all (:personnes::bigint[])), '{}')"));
  }
}
