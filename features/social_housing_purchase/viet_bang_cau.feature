# language: vi
@dieu-78 @viet-bang-cau
Tính năng: Hồ sơ kể bằng câu, như lời của người đứng đơn

  Bối cảnh: một công nhân độc thân ở Bắc Ninh
    Biết người này là công nhân tại khu công nghiệp, độc thân, không nuôi con chưa thành niên
    Và không đứng tên trên sổ đỏ nào, không ở nhà công vụ
    Và chưa mua nhà ở xã hội, chưa được hỗ trợ nhà ở, không đăng ký mua ở dự án nào khác và không thuê nhà ở xã hội
    Và mua của dự án do chủ đầu tư bỏ vốn, tại tỉnh Bắc Ninh
    Và ngày xét là 01/05/2026

  Tình huống: Thu nhập vừa đúng mức trần
    Biết thu nhập 25 triệu một tháng
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và thu nhập trong mức trần

  Tình huống: Thu nhập quá mức trần một đồng
    Biết thu nhập 25.000.001 đồng một tháng
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "không đủ điều kiện"
    Và thu nhập vượt mức trần
    Và không đáp ứng điều kiện về thu nhập

  Tình huống: Ly hôn, nuôi con nhỏ thì theo mức trần của người nuôi con
    Biết đã ly hôn, đang nuôi con chưa thành niên, thu nhập 35 triệu một tháng
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Hai vợ chồng cộng lại
    Biết thu nhập 30 triệu một tháng, vợ hoặc chồng thu nhập 20 triệu một tháng
    Và "Vợ/chồng có tên trong Giấy chứng nhận" là không
    Và "Vợ (chồng) đã mua, thuê mua nhà ở xã hội" là không
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và thu nhập trong mức trần

  Tình huống: Có nhà nhưng xa nơi làm việc
    Biết đứng tên trên sổ đỏ có ghi nhà ở, thu nhập 15 triệu một tháng
    Và có nhà cách nơi làm việc 20 km, làm việc cách dự án 10 km
    Và có nhà ở rộng 80 m², có 2 người thường trú tại nhà đó
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và nhà ở xa nơi làm việc

  Tình huống: Nhà không xa, không chật
    Biết đứng tên trên sổ đỏ có ghi nhà ở, thu nhập 15 triệu một tháng
    Và có nhà cách nơi làm việc 19,9 km, làm việc cách dự án 10 km
    Và có nhà ở rộng 60 m², có 4 người thường trú tại nhà đó
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "không đủ điều kiện"
    Và nhà ở không chật hẹp, nhà ở không xa nơi làm việc và không được coi là chưa có nhà ở

  Tình huống: Người có công được miễn xét thu nhập
    Biết người này là người có công hoặc thân nhân liệt sĩ, thu nhập 100 triệu một tháng
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và được miễn xét thu nhập

  Tình huống: Chưa khai thu nhập
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"
    Và chưa rõ điều kiện về thu nhập
    Và còn thiếu "Thu nhập bình quân hàng tháng thực nhận"
