package fr.jalon.demo.generation;

import fr.jalon.demo.generation.DepartementDemo.Organisme;
import fr.jalon.demo.generation.FluxBeneficiaires.Ligne;
import fr.jalon.demo.generation.Indus.Indu;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every file that the payers send, in the order the Département receives them, accidents included. */
final class PlanDEnvoi {
  private static final Set<MonthDay> FERIES = Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(5, 8), MonthDay.of(7, 14),
      MonthDay.of(8, 15), MonthDay.of(11, 1), MonthDay.of(11, 11), MonthDay.of(12, 25));
  private final DepartementDemo demo;
  private final Calendrier calendrier;
  private final Map<Organisme, List<Dossier>> dossiers = new LinkedHashMap<>();
  private final List<Indu> indus;
  private final FluxBeneficiaires beneficiaires;
  private final FluxFinancier financier;
  private final Defauts defauts;
  private final Organisme premiereCaf;
  private final Organisme derniereCaf;
  private final Organisme msa;

  PlanDEnvoi(Population population, Defauts defauts) {
    demo = population.demo();
    calendrier = population.calendrier();
    this.defauts = defauts;
    demo.organismes().forEach(o -> dossiers.put(o, new ArrayList<>()));
    population.dossiers().forEach(d -> dossiers.get(d.organisme).add(d));
    indus = Indus.trouver(population);
    beneficiaires = new FluxBeneficiaires(population.calcul());
    financier = new FluxFinancier(population.calcul());
    List<Organisme> cafs = demo.organismes().stream().filter(o -> o.fonction().equals("CAF")).toList();
    premiereCaf = cafs.getFirst();
    derniereCaf = cafs.getLast();
    msa = demo.organismes().stream().filter(o -> o.fonction().equals("MSA")).findFirst().orElseThrow();
  }

  List<Envoi> envois() {
    List<Envoi> envois = new ArrayList<>();
    for (Organisme organisme : demo.organismes()) {
      for (int mois = 0; mois < calendrier.mois(); mois++) {
        mensuels(envois, organisme, mois);
      }
      quotidiens(envois, organisme);
    }
    ailleurs(envois);
    envois.sort(Comparator.comparing(Envoi::recuLe).thenComparingInt(Envoi::rang)
        .thenComparing(e -> e.enTete().organisme().numero()).thenComparing(e -> e.enTete().reference()));
    return envois;
  }

  private void mensuels(List<Envoi> envois, Organisme organisme, int mois) {
    LocalDate fin = calendrier.fin(mois);
    EnTete enTete = new EnTete(organisme, demo.partenaire(), 'M', fin.plusDays(4), fin);
    int avantLaFin = calendrier.mois() - 1 - mois;
    boolean faux = organisme.equals(derniereCaf) && avantLaFin == 7;
    String nom = "RSABEM_" + organisme.numero() + "_" + jour(fin) + ".xml" + compression(avantLaFin);
    LocalDate recu = ouvrable(fin.plusDays(5));
    Envoi envoi = Envoi.ordinaire(nom, Envoi.MENSUEL, recu, enTete,
        sortie -> beneficiaires.ecrire(sortie, enTete, lignes(enTete, mois, nom), faux ? 1 : 0), 10);
    if (organisme.equals(derniereCaf) && avantLaFin == 5) {
      envoi = envoi.recu(ouvrable(ouvrable(calendrier.fin(mois + 1).plusDays(5)).plusDays(4)));
    }
    if (organisme.equals(premiereCaf) && avantLaFin == 6) {
      envois.add(envoi.renvoye("RSABEM_" + organisme.numero() + "_" + jour(fin) + "_2" + nom.substring(nom.indexOf('.')),
          ouvrable(recu.plusDays(1))));
    }
    if (organisme.equals(msa) && avantLaFin == 4) {
      envois.add(envoi.coupe().nomme("RSABEM_" + organisme.numero() + "_" + jour(fin) + "_coupe.xml"));
      envoi = envoi.recu(ouvrable(recu.plusDays(1)));
    }
    if (faux) {
      envois.add(envoi.refuse("Le total annoncé compte un dossier de plus que le fichier."));
      envoi = envoi.accepte(ouvrable(recu.plusDays(1)), "La CAF confirme qu'un dossier a été retiré avant l'envoi.");
    }
    envois.add(envoi);
    financiers(envois, organisme, mois, envoi.recuLe());
  }

  private void financiers(List<Envoi> envois, Organisme organisme, int mois, LocalDate pasAvant) {
    LocalDate fin = calendrier.fin(mois);
    EnTete enTete = new EnTete(organisme, demo.partenaire(), 'M', fin.plusDays(5), fin);
    LocalDate recu = FabriqueDeFoyers.plusTard(ouvrable(fin.plusDays(6)), pasAvant);
    List<Indu> siens = indus.stream().filter(i -> i.dossier().organisme.equals(organisme)).toList();
    if (mois > 0) {
      envois.add(Envoi.ordinaire("VRSF_" + organisme.numero() + "_" + jour(fin) + ".xml" + compression(calendrier.mois() - 1 - mois),
          Envoi.FINANCIER, recu, enTete,
          sortie -> financier.ecrire(sortie, enTete, dossiers.get(organisme), siens), 20));
    }
    boolean trimestre = mois >= 3 && (calendrier.mois() - 1 - mois) % 3 == 0;
    List<Indu> transferes = siens.stream().filter(i -> i.suite() == Indus.Suite.TRANSFERE && !i.suiteLe().isAfter(fin)
        && i.suiteLe().isAfter(calendrier.fin(mois - 3))).toList();
    if (trimestre && !transferes.isEmpty()) {
      envois.add(Envoi.ordinaire("VRSC_" + organisme.numero() + "_" + jour(fin) + ".xml", Envoi.CREANCE, recu, enTete,
          sortie -> FluxCreances.ecrire(sortie, enTete, transferes), 30));
    }
  }

  private List<Ligne> lignes(EnTete enTete, int mois, String fichier) {
    LocalDate precedent = calendrier.fin(mois - 1);
    List<Ligne> lignes = new ArrayList<>();
    for (Dossier dossier : dossiers.get(enTete.organisme())) {
      if (dossier.dansLeFichierDu(enTete.reference(), precedent)) {
        lignes.add(new Ligne(dossier, List.of(), Map.of()));
      }
    }
    if (enTete.organisme().equals(premiereCaf)) {
      if (mois == calendrier.mois() - 6) {
        defauts.gater(lignes, enTete, fichier);
      } else if (mois == calendrier.mois() - 1) {
        defauts.ajouter(lignes, enTete, fichier);
      }
    }
    return lignes;
  }

  /** The last working days before the reference date; one file of the first payer never came. */
  private void quotidiens(List<Envoi> envois, Organisme organisme) {
    List<LocalDate> jours = new ArrayList<>();
    for (LocalDate jour = calendrier.reference(); jours.size() <= demo.joursQuotidiens(); jour = jour.minusDays(1)) {
      if (ouvre(jour)) {
        jours.addFirst(jour);
      }
    }
    for (int i = 1; i < jours.size(); i++) {
      if (organisme.equals(premiereCaf) && i == jours.size() - 5) {
        continue;
      }
      LocalDate jour = jours.get(i);
      LocalDate precedent = jours.get(i - 1);
      EnTete enTete = new EnTete(organisme, demo.partenaire(), 'J', jour, jour);
      envois.add(Envoi.ordinaire("RSABEI_" + organisme.numero() + "_" + jour(jour) + ".xml", Envoi.QUOTIDIEN, ouvrable(jour.plusDays(1)),
          enTete, sortie -> beneficiaires.ecrire(sortie, enTete, changements(enTete, precedent), 0), 11));
    }
  }

  private List<Ligne> changements(EnTete enTete, LocalDate precedent) {
    List<Ligne> lignes = new ArrayList<>();
    for (Dossier dossier : dossiers.get(enTete.organisme())) {
      Dossier.Etat etat = dossier.etatAu(enTete.reference());
      if (etat != null && dossier.dansLeFichierDu(enTete.reference(), precedent)) {
        List<Dossier.Fait> faits = dossier.faits(precedent, enTete.reference());
        if (!faits.isEmpty()) {
          lignes.add(new Ligne(dossier, faits, Map.of()));
        }
      }
    }
    return lignes;
  }

  /** The file of a neighbour, sent here by mistake. */
  private void ailleurs(List<Envoi> envois) {
    String numero = demo.caissesVoisines().getFirst();
    LocalDate fin = calendrier.fin(calendrier.mois() - 3);
    EnTete enTete = new EnTete(new Organisme("CAF", numero, List.of(), 0), "0" + numero.substring(0, 2), 'M', fin.plusDays(4), fin);
    List<Ligne> lignes = dossiers.get(premiereCaf).stream().filter(d -> d.versableAu(fin)).limit(30)
        .map(d -> new Ligne(d, List.of(), Map.of())).toList();
    envois.add(Envoi.ordinaire("RSABEM_" + numero + "_" + jour(fin) + ".xml", Envoi.MENSUEL, ouvrable(fin.plusDays(5)), enTete,
        sortie -> beneficiaires.ecrire(sortie, enTete, lignes, 0), 12).refuse("Le fichier est celui d'un autre Département."));
  }

  /** The latest files are plain, the older ones compressed, as an archive is. */
  private static String compression(int moisAvantLaFin) {
    return moisAvantLaFin < 6 ? "" : moisAvantLaFin % 7 == 2 ? ".zip" : ".gz";
  }

  private static LocalDate ouvrable(LocalDate jour) {
    LocalDate ouvrable = jour;
    while (!ouvre(ouvrable)) {
      ouvrable = ouvrable.plusDays(1);
    }
    return ouvrable;
  }

  private static boolean ouvre(LocalDate jour) {
    return jour.getDayOfWeek() != DayOfWeek.SATURDAY && jour.getDayOfWeek() != DayOfWeek.SUNDAY && !FERIES.contains(MonthDay.from(jour));
  }

  private static String jour(LocalDate date) {
    return date.format(DateTimeFormatter.BASIC_ISO_DATE);
  }
}
