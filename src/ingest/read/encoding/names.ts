/**
 * Names of people and places, and words of shops, as sales files have them: letters beyond ASCII are learnt
 * from them, with all letters of each language's alphabet among them.
 */
export const NAMES: Readonly<Record<string, string>> = {
  de: `
    Müller Schröder Schäfer König Köhler Krüger Böhm Günther Jäger Größe Strauß Weiß Voß Groß Jürgen Jörg
    Käthe Bärbel München Köln Düsseldorf Nürnberg Lübeck Würzburg Münster Saarbrücken Göttingen Österreich
    Zürich Straße Gießen Größe Stück Gebühr Grün Schlüssel Möbel Bücher Gemüse Äpfel Übersee Öl Käse
    Wäsche Tür Süß Häuser Fuß Gefäß Mützen Strümpfe Schürze`,
  fr: `
    François Françoise Hélène Jérôme Stéphane Benoît Zoé Noël Anaïs Chloé Léa René Renée Thérèse Cécile
    Rémi Loïc Lefèvre Lefèbvre Béranger Orléans Besançon Nîmes Angoulême Évreux Étienne Genève Neuchâtel
    Montréal Québec Crème Château Forêt Hôtel Pêche Thé Café Bière Vêtements Beauté Santé Électricité
    Réduction Île Sœur Œuvre Bœuf Façade Reçu Où Çà Maïs Sûr Goût Août Payé Livré Annulé Expédié Numéro
    Société Légumes Lumière Mère Père Frère Première Dernière Élève Évêque Nuée Entrée Rosé Marché Vérité`,
  es: `
    José María Jesús Ramón Andrés Martín Ángel Sofía Lucía Inés Raúl Óscar Iván Begoña Íñigo Núñez Muñoz
    Peña Ibáñez Fernández González Rodríguez Hernández Martínez García Pérez López Sánchez Gómez Díaz
    Álvarez Jiménez Gutiérrez Vázquez Málaga Córdoba Cádiz Almería León Gijón Logroño Coruña España México
    Bogotá Medellín Perú Año Niño Pañuelo Camión Jabón Azúcar Café Artículo Categoría Teléfono Débito
    Crédito Pingüino Agüero Última`,
  pt: `
    João José António Antônio Gonçalves Conceição Assunção Simões Magalhães Guimarães Araújo Falcão Leão
    Inês Luís Sérgio Júlia Fátima Cláudia Patrícia Brasília Goiânia Maceió Belém Macapá Niterói
    Florianópolis Paraná Ceará Maranhão Évora Setúbal Açúcar Pão Avó Avô Cartão Descrição Promoção Coração
    Caminhão Feijão Maçã Mãe Irmã Lâmpada Ônibus Às Órgão Você Três Mês Débito Crédito Ações Calções
    Limões Pães`,
  it: `
    Niccolò Nicolò Calabrò Città Qualità Quantità Università Caffè Tè Perché Più Però Lunedì Martedì
    Giovedì Cantù Forlì Nardò Rovigò Società Libertà Età Menù Ragù Tiramisù Bontà Novità Attività
    Mercoledì Virtù Papà Là È Così`,
  nl: `
    Daniël Joël Noël Raphaël Michaël België Italië Ruïne Coördinatie Reëel Eén Café Überhaupt Zoë Chloë
    Beëindigd Geïnd Knieën Officiële Financiële Cliënt Coöperatie André Creëren Zeeën`,
  sv: `
    Åsa Åke Göran Björn Jörgen Sören Håkan Märta Pär Jönsson Åkesson Sjöberg Lindström Åström Nyström
    Öberg Ström Malmö Göteborg Växjö Umeå Luleå Örebro Västerås Jönköping Linköping Gävle Skövde Östersund
    Kläder Kött Bröd Smör Höst Vår Säng Små Stövlar Skåp Kök Gåva Förpackning Försäljning Årlig Nätter Ägg
    Öl`,
  da: `
    Søren Jørgen Bjørn Børge Åge Pål Kåre Øyvind Håkon Sørensen Jørgensen Sønderborg Næstved Ålborg Århus
    København Tromsø Ålesund Bodø Køge Helsingør Rødovre Brøndby Ærø Lillestrøm Tønsberg Kjær Nørgaard
    Østergaard Kød Brød Smør Øl Æg Køkken Gæst Tøj Små År Måned Løn Hår Træ Sæbe Grønt Blå Rød Hør Bøger
    Frø Grå`,
  fi: `
    Äijälä Väinö Päivi Jyväskylä Hämeenlinna Seinäjoki Järvenpää Mäkelä Mäkinen Hämäläinen Väisänen Määrä
    Yö Työ Äiti Kesä Talvi Päivä Myyntipäivä Pöytä Jäätelö Sähkö Lämpö Öljy Kylä Näyttö Tuotemäärä Åbo
    Ylöjärvi`,
  is: `
    Þór Þóra Guðrún Guðmundur Sigurður Ragnheiður Ásdís Jón Óðinn Úlfur Ísak Ægir Össur Reykjavík Akureyri
    Hafnarfjörður Þorlákshöfn Ísafjörður Þórsdóttir Jónsdóttir Sigurðardóttir Björnsdóttir Fjöldi Verð
    Dagsetning Viðskiptavinur Vörunúmer Ýmir Keflavík Kópavogur Garðabær Skóli Hús Ár Mýr Svíþjóð
    Þýskaland`,
  ca: `Núria Mònica Òscar Àlex Joaquín Güell València Lleida Mallorca Barça Plaça Cançó Camió Català Així Això
    Diòcesi Vès Pèl Llengües Països Col·legi Paral·lel Sabadell Cèrvol`,
  pl: `
    Łukasz Michał Paweł Stanisław Władysław Bolesław Elżbieta Małgorzata Bożena Grażyna Róża Zofia Wójcik
    Kamiński Lewandowski Zieliński Szymański Woźniak Kozłowski Jabłoński Wróbel Piątek Nowiński Górski
    Sikorska Łódź Kraków Wrocław Poznań Gdańsk Białystok Częstochowa Toruń Rzeszów Bielsko-Biała Gorzów
    Kielce Olsztyn Sopot Jelenia Góra Zamość Przemyśl Ełk Śląsk Świdnica Źródło Życie Żółty Ćwiek Ósmy
    Ilość Wartość Sprzedaż Miejscowość Płatność Zamówienie Książka Mąka Mięso Chleb Ręcznik Łóżko Świeca
    Gałąź Pieniądze Wziąć Bądź Spółka Środa`,
  cs: `
    Jiří Jiřina Tomáš Lukáš Ondřej Zdeněk Matěj Bořivoj Věra Jaroslav Růžena Kateřina Anežka Dvořák Novák
    Černý Procházka Kučera Veselý Horák Němec Pokorný Růžička Beneš Fiala Šťastný Žák Říha Čapek Plzeň
    Brno Liberec České Budějovice Hradec Králové Ústí Olomouc Zlín Jihlava Děčín Přerov Třebíč Příbram
    Kroměříž Žďár Loď Síť Zboží Množství Zákazník Částka Město Země Číslo Objednávky Příjmení Účet Košile
    Stůl Pivo Mýdlo Ďábel Ťuhýk Ňadra Půlka Kůň Óda Šálek Úterý Žena Řeka`,
  sk: `
    Ľubomír Ľudovít Štefan Miloš Juraj Ľuboš Ľubica Zuzana Žilina Košice Prešov Nitra Banská Bystrica
    Trenčín Martin Poprad Trnava Ružomberok Šaľa Piešťany Kováč Horváth Tóth Varga Molnár Baláž Mäso Päť
    Hôrka Kôň Stôl Dĺžka Vŕba Zákazník Množstvo Mesto Dátum Čiastka Ďateľ Ťava Kŕmenie Stĺp`,
  hu: `
    Győző Győr Zsófia Gergő Ferenc László István József János Béla Lőrinc Ernő Jenő Dezső Géza Árpád Ödön
    Üllő Nagy Kovács Tóth Szabó Horváth Kőszeg Debrecen Székesfehérvár Nyíregyháza Kecskemét Szombathely
    Érd Pécs Hódmezővásárhely Eger Fűtés Tűz Gyűjtő Vevő Idő Mennyiség Összeg Város Ország Rendelés Dátum
    Ár Kedvezmény Bútor Könyv Cipő Bőr Nő Férfi Szűrő Gyümölcs Zöldség Újság Őszi Űrlap Ékszer Óra
    Íróasztal Szőlő Erdő Fő Kő`,
  ro: `
    Ştefan Ștefan Ştefănescu Bogdan Mădălina Cătălin Ionuţ Ionuț Gheorghiţă Ţepeş Țepeș Brăila Constanţa
    Timişoara Timișoara Bucureşti București Iaşi Iași Galaţi Galați Piteşti Ploieşti Târgu Mureş Bistriţa
    Piatra Neamţ Râmnicu Vâlcea Preţ Preț Cantitate Oraş Oraș Ţară Țară Comandă Dată Plată Pâine Lapte
    Brânză Cămaşă Încălţăminte Înălţime Ăsta Şosete Ţigări Maşină Floare Băuturi România Judeţ`,
  hr: `
    Željko Živko Dražen Đorđe Šime Ćiro Čedo Zdravko Ivančić Kovačić Horvat Babić Marić Jurić Novaković
    Matić Vuković Knežević Petrović Jovanović Đurić Šarić Čačak Niš Šibenik Požega Čakovec Đakovo Osijek
    Pančevo Kragujevac Količina Iznos Kupac Datum Grad Država Cijena Popust Narudžba Proizvođač Odjeća
    Obuća Kuća Voće Povrće Žena Kišobran Nož Vođa Međa Svjećica Čaj`,
  sl: `
    Žiga Špela Črt Žan Boštjan Aljaž Kranjčič Košir Krašovec Žagar Šuštar Celje Kočevje Škofja Loka
    Črnomelj Količina Znesek Naročilo Država Čevlji Žlica Šal Cena Kupčeva`,
  tr: `
    Ayşe Işıl Gülşen Şükrü Çağla Çiğdem Özgür Ömer Ümit Yiğit Tuğba Oğuz Doğan Erdoğan Barış Kılıç Yıldız
    Yıldırım Öztürk Şahin Çelik Koç Aydın Arslan Demir Kaya Güneş İbrahim İsmail İpek İstanbul İzmir
    Diyarbakır Eskişehir Şanlıurfa Muğla Ağrı Iğdır Kırıkkale Kırşehir Niğde Balıkesir Çanakkale Çorum
    Uşak Gümüşhane Elazığ Adıyaman Müşteri Şehir Ürün Satış Sipariş Tarih Miktar Fiyat İndirim Ülke
    Kategori Adı Numarası Kadın Ayakkabı Kırtasiye Gıda İçecek Sağlık Giyim Eşya Yağ Süt Çay Şeker Kağıt
    Tişört Işık`,
  et: `
    Jüri Jõgi Mägi Pärn Põld Tõnu Ülle Õnne Pärnu Võru Põltsamaa Jõhvi Narva Kogus Hind Kuupäev Jalanõud
    Köök Šokolaad Žanr Tallinn Mööbel Õun Kõik Rõõm Lõng`,
  lv: `
    Jānis Jēkabs Pēteris Kārlis Līga Ilzē Bērziņš Kalniņš Ozoliņš Liepiņš Krūmiņš Rīga Liepāja Jūrmala
    Ventspils Rēzekne Valmiera Jēkabpils Ogre Tukums Cēsis Daudzums Pasūtījums Pilsēta Cena Šķirne Ķekava
    Ģimene Ļaudis Ņemt Čaks Žurnāls Ūdens Ēdiens Īre Āda Mēbeles`,
  lt: `
    Jonas Šarūnas Žydrūnas Rūta Eglė Gabija Živilė Agnė Kęstutis Mindaugas Šiauliai Klaipėda Panevėžys
    Marijampolė Mažeikiai Telšiai Kėdainiai Tauragė Utena Kiekis Kaina Užsakymas Miestas Šalis Prekė Suma
    Pirkėjas Batų Ąžuolas Čiurlionis Įmonė Ūkis Ųžuo Žąsis Ėdalas Dviračių`,
  ru: `
    Анна Борис Вера Галина Дмитрий Евгений Елена Жанна Зинаида Иван Игорь Ирина Ксения Людмила Мария
    Наталья Николай Ольга Павел Сергей Татьяна Фёдор Юлия Яков Иванов Петров Сидоров Кузнецов Смирнова
    Попова Соколов Лебедев Новиков Москва Санкт-Петербург Казань Новосибирск Екатеринбург Нижний Новгород
    Челябинск Омск Самара Ростов-на-Дону Уфа Пермь Воронеж Волгоград Краснодар Саратов Тюмень Тула Сочи
    Ярославль Подъезд Объём Дата Заказ Клиент Покупатель Товар Количество Цена Сумма Скидка Город Страна
    Категория Статус Валюта Область Улица Щука Эхо Ещё Чай Кофе Хлеб Книга Обувь Одежда Стол Чашка
    Скатерть Оплачен Отменён Доставка Район`,
  uk: `
    Олександр Олексій Андрій Сергій Юрій Дмитро Михайло Ганна Оксана Наталія Тетяна Ірина Юлія Євген Їжак
    Шевченко Бондаренко Ткаченко Коваленко Кравченко Мельник Лисенко Київ Львів Харків Одеса Дніпро
    Запоріжжя Вінниця Чернівці Полтава Черкаси Житомир Рівне Хмельницький Ґудзик Дата Замовлення Клієнт
    Покупець Товар Кількість Ціна Сума Знижка Місто Країна Категорія Область Взуття Одяг Їжа Книги Стіл`,
  bg: `
    Георги Иван Димитър Стефан Христо Йордан Иванка Мария Пенка Цветанка Петров Димитрова Иванова
    Георгиева София Пловдив Варна Бургас Русе Стара Загора Плевен Сливен Добрич Шумен Ямбол Хасково Дата
    Поръчка Клиент Стока Количество Цена Сума Отстъпка Град Държава Категория Ъгъл Щъркел Обувки Дрехи
    Маса`,
  sr: `
    Београд Нови Сад Ниш Крагујевац Суботица Зрењанин Панчево Чачак Краљево Ђорђе Љубица Његош Ћирић
    Џемпер Петровић Јовановић Николић Ђурић Датум Наруџба Купац Количина Цена Износ Попуст Град Држава
    Обућа Одећа Књига`,
  el: `
    Γιώργος Γιάννης Δημήτρης Κώστας Νίκος Παναγιώτης Μαρία Ελένη Κατερίνα Βασιλική Σοφία Αγγελική
    Παπαδόπουλος Παπαδοπούλου Γεωργίου Νικολάου Οικονόμου Αθήνα Θεσσαλονίκη Πάτρα Ηράκλειο Λάρισα Βόλος
    Ιωάννινα Χανιά Καβάλα Ρόδος Ημερομηνία Πελάτης Ποσότητα Τιμή Ποσό Σύνολο Πόλη Χώρα Προϊόν Κατηγορία
    Παραγγελία Έκπτωση Ψωμί Ξύλο Ζάχαρη Φέτα Ύφασμα Ώρα Όνομα Άγιος`,
};
