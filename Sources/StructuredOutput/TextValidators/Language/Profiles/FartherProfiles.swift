/// What letters, words and parts of words tell the further languages in Latin letters.
extension LanguageProfile {
  static let farther: [LanguageProfile] = [
    LanguageProfile(
      .turkish, letters: "çğıöşüâîû",
      words: """
        ve bir bu da de için ile çok ne var yok o ama gibi daha kadar olarak olan oldu olur olacak değil mi mı mu mü
        ya veya ki en her şey ben sen biz siz onlar bana sana size bize benim senin sizin bizim onun bunu şu hangi
        nasıl neden niçin kim nerede zaman sonra önce içinde göre üzerinde arasında ise eğer çünkü ancak sadece bile
        artık şimdi bugün yarın dün hiç hep tüm bütün lütfen teşekkür teşekkürler ederim ederiz merhaba gün günü günde
        iyi büyük yeni ilk son iki üç ister istiyorum edebilir edebilirsiniz olabilir gerekir maalesef hemen tekrar
        dolayı
        """,
      parts: """
        9 ayn dil iy unu ğ ş 8 _gi _ç ey eya hat iç tı una ç ç_ ü ün ği ı_ ş_ şa 7 _ye bir dı iz ler mı son uz yo yı
        zı çe çi ö ü_ ür 6 _is anı ağ aş eni esi eğ iş nı ral si_ ı şl 5 _ya alı ama ası aç ekl eti eç içi ket lar lı
        lı_ sı sı_ uru ya ye ık ın ır 4 _b _iç _ko _ku _y _ö cu de eri ge kle lam len li_ nı_ rl sin tü ya_ çin ön ıl
        ız şi 3 _e _ka _o _sa _se _so _ve ah ak ara arı az ca da ik ik_ ini ki lü nc rı rı_ ste su ta_ u_ 2 _h _v di
        ek i_ il ile ili ir la le n_ ok ru ze 1 _a _i _k ar gi in_ ir_ kl ma ok_ sa ti
        """),
    LanguageProfile(
      .vietnamese, letters: "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
      words: """
        và của là có không được cho các trong một những với người này đã để khi tôi bạn chúng ta anh chị em ông bà nó
        họ ở từ đến về ra vào lên xuống thì mà hoặc hay nếu vì nên cũng đang sẽ rất nhiều hơn nhất phải cần muốn thể
        sau trước ngày tháng năm giờ hôm nay mai qua lại đi đây đó đâu nào gì ai sao như thế bao mỗi mọi tất cả chỉ
        còn vẫn chưa xin chào cảm ơn vui lòng hàng đơn theo trên dưới bằng do nhưng việc làm quý khách liên hệ
        """,
      parts: """
        9 iể kho ã ã_ ô ă ư ấ ầ ặ ế ề ộ ợ ụ ử ự 8 _nh có_ phí àn_ á ê ý_ ạ ắ ể ọ ố ồ ớ ủ 7 _kh _ph anh iế àn ò ó ù ú ả
        ệ ỗ ới ới_ ờ ừ ữ 6 _đ ng_ à â ì í ùn ùng đ ản ậ ị ị_ ỗi ỗi_ ục ục_ 5 _gi _sa _số _th iến nh nh_ số tiế ài ài_
        ác ôn ập ập_ ến 4 _ch _tr hư ượ 3 _b _c _củ _q _qu _v c_ củ của hí hô th ác_ ên ý ần ần_ ể_ ố_ ủa ủa_ 2 _cá _k
        _là _n _và cá hi ho_ i_ iệ n_ ph u_ và ên_ 1 _l _m _ng _s _t _ti _x ch ch_ gi h_ ho kh m_ ng o_ qu t_ y_ án
        """),
    LanguageProfile(
      .indonesian, letters: "é",
      words: """
        yang dan di ke dari untuk dengan tidak ini itu adalah pada dalam akan atau juga kami kita anda saya aku dia
        mereka kamu ia bisa dapat harus sudah telah belum ada oleh karena jika kalau apa siapa mana kapan bagaimana
        mengapa kenapa lebih sangat banyak semua setiap hanya masih lagi saja seperti antara setelah sebelum sampai
        hingga tanpa agar supaya namun tetapi tapi jadi maka serta bagi tentang terima kasih halo selamat silakan
        mohon maaf hari besok kemarin sekarang nanti tersebut para sebuah satu dua nya bukan jangan lain baru
        """,
      parts: """
        9 _ke dak ik_ jum lih ngg ode seb 8 ah_ gk ngk 7 _bu _di ai_ bua ela erk ng_ ung 6 aka at_ bah ipe is_ kan kon
        nya pad sal si_ tau 5 _le _se _su _ya am_ ari au_ bag dal ek eng lat pem set si ya 4 _me _pe _un an_ ara ber
        da_ enu esa gg ih ika mb mem men nam pen tid 3 _be _da _te ah ak al_ ama ar_ asi ena era ga ks ku ok p_ ri_
        ta_ tah ter tu uk 2 _ad _in _p ala an ang ap ata bar ca eb gan i_ id ili it ke_ l_ lam ma_ pa sa t_ ti uat uka
        unt ut 1 _b _d _m as at ba be dan eks em er h_ har ida isi ka lo mba n_ nga pe ta tuk ua
        """),
  ]
}
