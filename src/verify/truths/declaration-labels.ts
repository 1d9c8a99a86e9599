/**
 * What a person read in a sample of statements, before the rules of the reader were fitted to any:
 * kind, provisions concerned, towards whom, and whether an objection keeps the agreement out of
 * force. No sentence is kept, only its place and a hash of its beginning. How the sample was drawn
 * and what each label means is told in `declaration-labels.md`, beside this file.
 *
 * Columns: file | participant | place | hash | kind | provisions | towards | precludes; names are
 * cut after 24 characters.
 * `art_37__para_2,3` stands for two provisions. A line that begins with a
 * space goes on with the one before.
 */
export const DECLARATION_LABELS = `
10-10|Armenia|2|fe46d30a991b|reservation|art_11,29 part_II||
10-10|Denmark|3|c95f01891de2|reservation|art_94__para_2||
10-10|Finland|1|0191e06967e9|reservation|art_94__para_1,2||
10-10|Singapore|1|b2357b5da232|reservation|art_1__para_1__list_b||
10-10|St. Vincent and the Gren|1|00632bce3618|reservation|art_1__para_1__list_b||
10-10|Ukraine|1|350ec87a2d05|reservation|||
10-6|France|1|da9836cc28c0|political|||
10-6|Germany|2|a28cb5909cf3|reservation|art_54__list_b||
10-6|Grenada|1|a24e2c15fc8c|reservation|art_53||
10-6|Montserrat|1|a24e2c15fc8c|reservation|art_53||
10-6|United Kingdom of Great|2|030639cb4930|reservation|art_53||
10-8|Cuba|1|1080d3139348|political|art_3__sec_1||
10-8|Syrian Arab Republic|1|fefb75bb3811|non-recognition||ISR|
10-8|United Kingdom of Great|1|7eda53d02c3e|notification|art_10__sec_2__list_b__point_ii||
10-8|United Kingdom of Great|2|866bf51792e0|notification|||
10-8|Venezuela (Bolivarian Re|1|cf616896de82|reservation|art_11__sec_2||
10-9|Australia|1|8332c9be31e3|notification|||
10-9|Belarus|1|f6c4671ebf75|political|||
10-9|Israel|1|23d0db9f76fb|optional|art_21__para_2__list_b||
10-9|United States of America|3|4053b58b2a3f|political|||
3-13|Italy|1|955a35d89f9d|interpretative|||
3-13|Saudi Arabia|1|f4d0c6d00b7c|reservation|art_27__para_2||
3-13|Sweden|1|a30dd688fc60|interpretative|||
3-13|Sweden|2|4334ccf461cf|interpretative|art_3||
3-13|Sweden|3|f62403ea03a1|interpretative|||
3-2|Belarus|1|3d537e7fff8e|reservation|sec_24,32||
3-2|Cuba|1|139a80ce87bf|reservation|sec_24,32||
3-2|France|3|cdea091a2808|reservation|||
3-2|Indonesia|2|e3e09345d749|reservation|art_IX__sec_32||
3-2|Qatar|1|1f00e445af3d|reservation|art_VII__sec_24 art_IX__sec_32||
3-2|Romania|1|c18e763fddf7|reservation|sec_24,32||
3-2|South Africa|2|36e623dc018e|reservation|art_IX__sec_32||
3-3|Australia|1|a74eab3ad867|objection|art_11__para_1|BLR UKR SUN MNG|
3-3|Cambodia|1|ad634d29ac37|reservation|art_37__para_2||
3-3|Canada|2|0252d2462535|objection|art_37__para_2,3,4|CHN EGY KHM MAR|
3-3|China|1|e1289ccd854f|reservation|art_14,16 art_37__para_2,3,4||
3-3|France|1|d59e75aa6988|interpretative|art_38__para_1||
3-3|France|2|3fbbadd2f587|interpretative|||
3-3|France|3|87cc1ec6e997|objection|art_11__para_1|BLR MNG BGR UKR SUN|
3-3|France|5|9f69be05685a|objection|art_37__para_2|KHM MAR PRT EGY|no
3-3|France|6|ab63d7478fa2|objection|art_37|CHN|no
3-3|Haiti|1|5a0768269b70|objection||BHR|
3-3|Ireland|1|f982855401ef|objection|art_14,16|CHN|
3-3|New Zealand|1|dafadbd590f3|objection|art_11__para_1 art_37__para_2
 |BGR BLR MNG UKR SUN KHM MAR PRT EGY|
3-3|New Zealand|2|6c371c18f0a3|objection|art_37__para_2,3,4|CHN|
3-3|Russian Federation|1|52b5d90b2c1e|reservation|art_11__para_1||
3-3|Sudan|1|e42f6c41347a|reservation|art_37__para_2||
3-3|Sudan|3|40e0e3773344|non-recognition||ISR|
3-3|Syrian Arab Republic|1|eb5e02107f1d|non-recognition||ISR|
3-3|Syrian Arab Republic|2|3bac692227ae|political|||
3-3|United Arab Emirates|1|402b2e3a824f|non-recognition||ISR|
3-3|United Kingdom of Great|1|d2ed4b300d2d|objection|art_37__para_2 art_11__para_1|EGY BLR UKR SUN|
3-3|United Kingdom of Great|4|2774ee6ff853|objection|art_37__para_2|KHM|
3-3|United Kingdom of Great|11|d35e6c1c2cbe|objection|art_27__para_3 art_37__para_2|QAT|
3-3|United States of America|2|b9f4c8a30d66|objection|art_27__para_4,3 art_37__para_2|YEM QAT|no
4-1|Algeria|1|aa1361501de4|reservation|art_IX||
4-1|China|2|ad71758f1a3c|reservation|art_IX||
4-1|Morocco|1|f57eedff6b47|reservation|art_VI||
4-1|Morocco|2|bac6fdd50924|reservation|art_IX||
4-1|Philippines|3|6a0d40c19a60|reservation|art_VI,IX||
4-1|Singapore|1|2596781d437e|reservation|art_IX||
4-1|United States of America|5|c9d0e8961d97|interpretative|art_VII,VI||
4-1|Viet Nam|1|0e1f2ddb931c|reservation|art_IX||
4-11-b|Afghanistan|1|d9fdc9d32b1f|optional|||
4-11-b|Bangladesh|1|bdb66f7de76b|optional|art_3__para_2||
4-11-b|Belgium|2|892115b4fca7|notification|||
4-11-b|Belize|1|7ed38bb70298|optional|art_3||
4-11-b|Belize|2|5dca2f111527|notification|||
4-11-b|Bulgaria|1|f57f502a310b|optional|||
4-11-b|Cabo Verde|2|80611e5de447|notification|||
4-11-b|Chile|1|f3c1e027fc45|optional|art_3__para_4||
4-11-b|China|1|50e76d19e8e7|optional|||
4-11-b|China|2|20aa1c794939|notification|||
4-11-b|Cyprus|4|f5e4b14c1162|political|||
4-11-b|Czech Republic|1|a75e5b44efb1|optional|art_3__para_2||
4-11-b|Denmark|1|5045687b925b|optional|||
4-11-b|Dominican Republic|1|6dbfa88e13a8|optional|||
4-11-b|Ecuador|2|625e096ea298|notification|||
4-11-b|Grenada|2|2eae85e3882f|optional|||
4-11-b|Honduras|1|b4525b27b816|optional|art_3||
4-11-b|Ireland|1|c80fa0f90d5a|optional|art_3__para_2||
4-11-b|Japan|1|f8021a58ab12|optional|art_3__para_4||
4-11-b|Kenya|1|d1e2d03c7c78|optional|||
4-11-b|Kenya|2|4cdc705a57ea|political|||
4-11-b|Lao People's Democratic|1|5c29ea814b8d|optional|||
4-11-b|Latvia|1|ceea573b8dfb|optional|||
4-11-b|Liechtenstein|1|c5a142cba0e7|interpretative|art_1,2 art_3__para_2||
4-11-b|Mali|1|c31c5fd10c20|optional|art_3__para_2||
4-11-b|Monaco|1|1acf46a6214f|optional|art_3__para_2||
4-11-b|Namibia|1|7de7cbe2a0da|optional|art_3__para_2||
4-11-b|Namibia|2|d0f834f05ad4|notification|||
4-11-b|Namibia|3|39a91dfc0321|notification|||
4-11-b|Nepal|1|2a92a0f09ceb|optional|||
4-11-b|Oman|1|f96c7fe85123|optional|||
4-11-b|Paraguay|1|72d26d1b6994|optional|art_3__para_3||
4-11-b|Republic of Moldova|1|1e17f880a4bc|optional|art_3__para_2||
4-11-b|Romania|1|7408aa69a496|optional|||
4-11-b|Russian Federation|1|b0ea766b90c1|optional|art_3__para_2||
4-11-b|Saudi Arabia|1|6fe61953f69e|optional|||
4-11-b|Singapore|1|0910156164a4|optional|art_3__para_2||
4-11-b|South Africa|1|f90c9c9bd2eb|optional|||
4-11-b|State of Palestine|1|1aded6ef9f76|optional|art_3__para_2||
4-11-b|Swaziland|1|6f00601c41d4|optional|art_3||
4-11-b|Switzerland|1|16131168d988|optional|art_3__para_2||
4-11-b|Tunisia|1|3132faa4f96c|optional|art_3__para_2||
4-11-b|Turkmenistan|1|46940e5847a1|optional|||
4-11-b|Uganda|2|fff6ae094b08|political|||
4-11-b|Ukraine|1|20664aacf26f|optional|art_3__para_2||
4-11-b|United Kingdom of Great|1|1c04f5e96a4c|political|||
4-11-b|Uruguay|1|ba18a9c91ab7|optional|art_3__para_2||
4-11-b|Viet Nam|1|1746164783b7|optional|||
4-11-b|Yemen|1|b4b250df8756|optional|art_3__para_2||
4-11-d|Germany|1|5075981598bf|optional|art_12__para_1||
4-11-d|Monaco|1|68cb74e944aa|reservation|art_13||
4-13|El Salvador|1|ebf8838a9329|reservation|art_92__para_1 art_46,47,48,32,76,77 art_61__para_4||
4-15|Canada|1|485c871a1ccd|interpretative|art_12||
4-15|Canada|2|e85636045078|reservation|art_12 art_12__para_4||
4-15|El Salvador|1|a7ba4ea4b1b2|reservation|||
4-15|Greece|1|df07bf0579e6|reservation|art_27__para_1||
4-15|Israel|1|608619847f14|reservation|art_23__para_1__list_a||
4-15|Kuwait|1|3dad7cf9db4f|reservation|art_18__para_1__list_a art_23__para_2||
4-15|Kuwait|3|b2dbf3652989|interpretative|art_19__list_a||
4-15|Malaysia|3|69af3f63ee44|reservation|art_15,18||
4-15|Malta|4|769730fbddf3|reservation|art_29__list_a__point_i,iii||
4-15|Mauritius|3|0d902aca7945|reservation|art_11||
4-15|Mauritius|4|121037d71e2f|reservation|art_11||
4-15|Monaco|2|1aa8c0c7e778|interpretative|art_23,25||
4-15|Netherlands|3|cd4347ef75e0|interpretative|art_15||
4-15|Norway|1|aa1e980c8599|interpretative|art_12||
4-15|Poland|2|a1fd729cdaa7|reservation|art_23__para_1__list_a||
4-15|Syrian Arab Republic|1|5e68d1a0b832|non-recognition||ISR|
4-15|United Kingdom of Great|3|55a8fc7da952|reservation|art_24__para_2__list_a,b||
4-3-a|Argentina|1|37f26d88cd8e|territorial|||
4-7|Mozambique|1|ae5bc2c1139a|interpretative|art_12||
4-7|Republic of Moldova|1|d3940ea6539e|territorial|||
4-9-b|France|1|0266f3604772|interpretative|art_15,21||
4-9-b|Hungary|1|7d5c26bde5a5|optional|art_24 part_IV||
4-9-b|Kazakhstan|1|776f4fe8f534|optional|art_24__para_1 part_IV||
4-9|Eritrea|1|c506ec27a70e|reservation|art_20||
4-9|Eritrea|2|5c9a0975e36c|reservation|art_30__para_1||
4-9|Holy See|1|6bafb276c3cf|interpretative|||
4-9|Kuwait|1|b9f3c7a084b9|reservation|art_20 art_30__para_1||
4-9|Luxembourg|1|5fcd240ad5b5|interpretative|art_1__para_1||
4-9|Monaco|1|238c55efab08|reservation|art_30__para_1||
4-9|Pakistan|1|15f66219d980|optional|art_8__para_2||
4-9|Pakistan|3|53688282310b|reservation|art_30__para_1||
4-9|Saudi Arabia|2|1573a6749995|reservation|art_30__para_1||
4-9|Syrian Arab Republic|1|7aaefeb96dae|reservation|art_20||
4-9|Thailand|3|9817a09a99fd|interpretative|art_5||
4-9|Togo|1|61ba651bf360|political|||
4-9|Tunisia|1|3025f0ac38d5|withdrawal|||
4-9|United Arab Emirates|1|fd2b69bcc36c|reservation|art_20||
4-9|United Kingdom of Great|1|e128879f09c2|political|||
4-9|United States of America|7|d1a9be5a0145|interpretative|art_1||
4-9|United States of America|8|bc6f1a47eae8|interpretative|art_1||
6-14|India|1|b091f15e815d|reservation|art_19||
6-19|Bahrain|2|81411d02c9ae|non-recognition||ISR|
6-19|Belize|1|b91a5ec24ddc|reservation|art_8||
6-19|Brazil|1|7fd2217aaefa|political|||
6-19|Brazil|2|dc7123e6f10f|interpretative|art_17__para_11||
6-19|Brunei Darussalam|1|8ac460d3cd1d|notification|art_7__para_8 art_32__para_2,3||
6-19|Colombia|3|5aeb9791ce16|reservation|art_9__para_1__list_b,c,d,e||
6-19|Colombia|12|39825516285a|reservation|art_3__para_1__list_c art_3__para_2 art_11||
6-19|Cuba|1|22f52d55697c|reservation|art_32__para_2,3||
6-19|Denmark|2|a1c05e089e9c|interpretative|art_17||
6-19|Holy See|1|626c88b7ab49|reservation|art_32__para_1,2||
6-19|Indonesia|1|aad92eb215bd|reservation|art_32__para_2,3||
6-19|Kuwait|1|e5c4718dc72b|reservation|art_32__para_2,3||
6-19|Lao People's Democratic|1|4f5202c2d89f|reservation|art_32__para_2||
6-19|Lebanon|2|5f53c9042881|reservation|art_32__para_3||
6-19|Malaysia|1|18c63f999e78|reservation|art_32__para_2,3||
6-19|Myanmar|1|49bd7fdd8868|reservation|art_32__para_2,3||
6-19|Panama|1|5d614a11846f|reservation|art_5__para_1,2||
6-19|San Marino|1|cae81bd1452a|reservation|art_5||
6-19|Venezuela (Bolivarian Re|1|fc7e07b2feaf|interpretative|art_6||
6-19|Venezuela (Bolivarian Re|2|991fee92251a|interpretative|art_11||
6-19|Yemen|1|e5079ff600d4|political|||
7-11-a|Albania|1|57f137cddc64|political|||
7-11-a|Malawi|1|36ad5644d589|reservation|art_22||
8-1|Cuba|1|40edd61626f8|political|art_9||
`;
