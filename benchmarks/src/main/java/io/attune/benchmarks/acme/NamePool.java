package io.attune.benchmarks.acme;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Names of people from several scripts, each with the letters an e-mail address is made of. */
public final class NamePool {
  /** First and last names of one culture, as {@code name=letters}; plain ASCII needs no letters. */
  private record Culture(String firstNames, String lastNames) {}

  private static final List<Culture> CULTURES =
      List.of(
          new Culture(
              "Ada Alan Grace Barbara Edsger Margaret Donald Frances Kenneth Radia",
              "Lovelace Hopper Liskov Hamilton Allen Perlman Thompson Kernighan Ritchie Shannon"),
          new Culture(
              "Jürgen=juergen Änne=aenne Götz=goetz Käthe=kaethe Heike Lutz Sören=soeren Uwe Ilse"
                  + " Friedrich",
              "Müller=mueller Weiß=weiss Schröder=schroeder Köhler=koehler Groß=gross Vogel"
                  + " Krämer=kraemer Bäcker=baecker Lange Fuchs"),
          new Culture(
              "Zoë=zoe Chloé=chloe François=francois Élodie=elodie Jérôme=jerome Noémie=noemie"
                  + " Théo=theo Agnès=agnes Gaël=gael Inès=ines",
              "Lefèvre=lefevre Bézier=bezier Gauthier Rivière=riviere Hébert=hebert Moreau Perrot"
                  + " D'Alembert=dalembert Légaré=legare Côté=cote"),
          new Culture(
              "Łukasz=lukasz Małgorzata=malgorzata Zbigniew Agnieszka Stanisław=stanislaw"
                  + " Grażyna=grazyna Wojciech Bożena=bozena Jacek Ewa",
              "Wałęsa=walesa Żukowski=zukowski Dąbrowska=dabrowska Kowalczyk Nowak Wiśniewski="
                  + "wisniewski Ćwik=cwik Śliwa=sliwa Zając=zajac Lis"),
          new Culture(
              "İpek=ipek Çağla=cagla Şükrü=sukru Özgür=ozgur Gülşen=gulsen Işık=isik Ömer=omer"
                  + " Tuğba=tugba Ayşe=ayse Barış=baris",
              "Yılmaz=yilmaz Çelik=celik Şahin=sahin Öztürk=ozturk Aydın=aydin Kılıç=kilic Doğan="
                  + "dogan Güneş=gunes Aslan Koç=koc"),
          new Culture(
              "Nguyễn=nguyen Trần=tran Lê=le Phạm=pham Hoàng=hoang Vũ=vu Đặng=dang Bùi=bui Đỗ=do"
                  + " Hồ=ho",
              "Anh Bình=binh Châu=chau Dũng=dung Giang Hạnh=hanh Khánh=khanh Linh Minh Quỳnh="
                  + "quynh"),
          new Culture(
              "Ελένη=eleni Γιώργος=giorgos Μαρία=maria Νίκος=nikos Κατερίνα=katerina Σοφία=sofia"
                  + " Δημήτρης=dimitris Άννα=anna Πέτρος=petros Ζωή=zoi",
              "Παπαδόπουλος=papadopoulos Νικολάου=nikolaou Γεωργίου=georgiou Ιωάννου=ioannou"
                  + " Οικονόμου=oikonomou Βασιλείου=vasileiou Δημητρίου=dimitriou Αντωνίου="
                  + "antoniou Κωνσταντίνου=konstantinou Μακρής=makris"),
          new Culture(
              "Ольга=olga Дмитрий=dmitri Наталья=natalya Сергей=sergei Ирина=irina Алексей=alexei"
                  + " Юлия=yulia Михаил=mikhail Анна=anna Фёдор=fyodor",
              "Иванова=ivanova Петров=petrov Смирнова=smirnova Кузнецов=kuznetsov Соколов=sokolov"
                  + " Попова=popova Лебедев=lebedev Козлова=kozlova Новиков=novikov Щукин="
                  + "shchukin"),
          new Culture(
              "محمد=mohammed فاطمة=fatima أحمد=ahmed مريم=maryam يوسف=yusuf ليلى=layla خالد=khalid"
                  + " نورا=noura عمر=omar سلمى=salma",
              "الحسن=alhasan النجار=alnajjar الخطيب=alkhatib المصري=almasri حداد=haddad سعيد=said"
                  + " منصور=mansour عباس=abbas قاسم=qasim زيدان=zidan"),
          new Culture(
              "דוד=david נועה=noa יעל=yael משה=moshe תמר=tamar אורי=uri רחל=rachel איתן=eitan מאיה="
                  + "maya שירה=shira",
              "כהן=cohen לוי=levi מזרחי=mizrahi פרץ=peretz ביטון=biton אברהם=avraham פרידמן=friedman"
                  + " שפירא=shapira גולן=golan ברק=barak"),
          new Culture(
              "伟=wei 芳=fang 娜=na 敏=min 静=jing 丽=li 强=qiang 磊=lei 洋=yang 艳=yan",
              "王=wang 李=li 张=zhang 刘=liu 陈=chen 杨=yang 赵=zhao 黄=huang 周=zhou 吴=wu"),
          new Culture(
              "陽菜=hina 蓮=ren 結衣=yui 大翔=hiroto さくら=sakura 悠真=yuma 葵=aoi 翔太=shota 美咲=misaki"
                  + " 健=ken",
              "佐藤=sato 鈴木=suzuki 高橋=takahashi 田中=tanaka 伊藤=ito 渡辺=watanabe 山本=yamamoto"
                  + " 中村=nakamura 小林=kobayashi 加藤=kato"),
          new Culture(
              "서연=seoyeon 민준=minjun 지우=jiwoo 하은=haeun 도윤=doyun 수빈=subin 예준=yejun 지민=jimin"
                  + " 현우=hyunwoo 유진=yujin",
              "김=kim 이=lee 박=park 최=choi 정=jung 강=kang 조=cho 윤=yoon 장=jang 임=lim"),
          new Culture(
              "आरव=aarav अनन्या=ananya विवान=vivaan दीया=diya अर्जुन=arjun सान्वी=saanvi रोहन=rohan"
                  + " मीरा=meera कबीर=kabir तारा=tara",
              "शर्मा=sharma वर्मा=verma गुप्ता=gupta सिंह=singh पटेल=patel मेहता=mehta जोशी=joshi नायर="
                  + "nair राव=rao बोस=bose"));

  private final List<FullName> names = new ArrayList<>();

  /** A person's names and the letters of their e-mail address. */
  public record FullName(String first, String last, String letters) {}

  /** All names, in an order that the seed decides; no two people of them share both names. */
  public NamePool(long seed) {
    for (Culture culture : CULTURES) {
      for (String first : culture.firstNames().split(" ", -1)) {
        for (String last : culture.lastNames().split(" ", -1)) {
          String letters = letters(first) + "." + letters(last);
          names.add(new FullName(name(first), name(last), letters));
        }
      }
    }
    Collections.shuffle(names, new Random(seed));
  }

  /** How many people have names of their own. */
  public int size() {
    return names.size();
  }

  /** The name of a person; beyond {@link #size()} names repeat, as they do in life. */
  public FullName get(int index) {
    return names.get(index % names.size());
  }

  private static String name(String entry) {
    int cut = entry.indexOf('=');
    return cut < 0 ? entry : entry.substring(0, cut);
  }

  private static String letters(String entry) {
    return entry.substring(entry.indexOf('=') + 1).toLowerCase(Locale.ROOT);
  }
}
