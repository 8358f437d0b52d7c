# language: vi
@dieu-79 @dieu-80
Tính năng: Nguồn vốn dự án, nhà chưa có Giấy chứng nhận, giấy tờ và thứ tự ưu tiên khi mua nhà ở xã hội

  Bối cảnh: nữ công nhân độc thân, chưa có nhà ở
    Biết hồ sơ:
      | Tỉnh                                            | Bắc Ninh     |
      | Nhóm đối tượng                                  | công nhân    |
      | Tình trạng hôn nhân                             | Chưa kết hôn |
      | Đang nuôi con dưới tuổi thành niên              | không        |
      | Thu nhập                                        | 12 triệu     |
      | Thu nhập tháng cao nhất                         | 12 triệu     |
      | Có tên trong Giấy chứng nhận                    | không        |
      | Có nhà ở                                        | không        |
      | Đã mua nhà ở xã hội                             | không        |
      | Đã được hỗ trợ nhà ở                            | không        |
      | Đang ở nhà ở công vụ                            | không        |
      | Đăng ký tại dự án khác                          | không        |
      | Nguồn vốn xây dựng dự án                        | Chủ đầu tư   |
      | Đang thuê nhà ở xã hội                          | không        |
      | Ngày dự án bắt đầu nhận hồ sơ đăng ký           | 01/03/2026   |
      | Giới tính                                       | Nữ           |
      | Phụ nữ đơn thân hoặc là chủ hộ                  | có           |
      | Là người khuyết tật                             | không        |
      | Được bố trí tái định cư theo hình thức mua, thuê mua nhà ở xã hội | không |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | không |
      | Diện người có công                              | Không        |
      | Thân nhân liệt sĩ                               | Không        |
      | Khoảng cách từ nhà ở đến nơi làm việc           | 5            |
      | Khoảng cách từ nơi làm việc đến dự án           | 5            |
    Và ngày xét là 01/05/2026

  Tình huống: Nguồn vốn quyết định được mua, thuê mua hay chỉ được thuê
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Nguồn vốn xây dựng dự án | kết quả            | đạt                 | không đạt           | chưa xác định |
      | Chủ đầu tư               | đủ điều kiện       | project_sells       |                     |               |
      | Vốn đầu tư công          | đủ điều kiện       | project_lease_sells |                     |               |
      | Công đoàn                | không đủ điều kiện |                     | project_sells       |               |
      | Cá nhân xây dựng         | không đủ điều kiện |                     | project_lease_sells |               |
      |                          | chưa đủ thông tin  |                     |                     | project_sells |

  Tình huống: Chưa rõ từng thông tin
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | thông tin                          | giá trị | kết quả           | chưa xác định            |
      | Đang ở nhà ở công vụ               |         | chưa đủ thông tin | not_in_official_housing  |
      | Đã mua nhà ở xã hội                |         | chưa đủ thông tin | applicant_never_bought   |
      | Đã được hỗ trợ nhà ở               |         | chưa đủ thông tin | no_support_received      |
      | Đăng ký tại dự án khác             |         | chưa đủ thông tin | one_application          |
      | Đang thuê nhà ở xã hội             |         | chưa đủ thông tin | not_tenant_elsewhere     |
      | Thu nhập                           |         | chưa đủ thông tin | wage_earner_income       |
      | Nhóm đối tượng                     |         | chưa đủ thông tin | buying_subject           |

  Tình huống: Đã kết hôn mà chưa rõ về vợ (chồng)
    Biết "Tình trạng hôn nhân" là đã kết hôn
    Và "Thu nhập vợ/chồng" là 10 triệu
    Và "Vợ/chồng có tên trong Giấy chứng nhận" là không
    Và "Vợ (chồng) đã mua, thuê mua nhà ở xã hội" là không
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | thông tin                                | giá trị | kết quả            | không đạt           | chưa xác định       |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội | có      | không đủ điều kiện | spouse_never_bought |                     |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội |         | chưa đủ thông tin  |                     | spouse_never_bought |
      | Vợ/chồng có tên trong Giấy chứng nhận    |         | chưa đủ thông tin  |                     | no_home_of_own      |

  Tình huống: Chưa rõ tên và nhà ở của người đứng đơn trên Giấy chứng nhận
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày xét   | Có tên trong Giấy chứng nhận | Giấy chứng nhận có thông tin về nhà ở | kết quả           | chưa xác định                |
      | 08/02/2026 |                              | không                                 | chưa đủ thông tin | applicant_not_on_certificate |
      | 09/02/2026 | có                           |                                       | chưa đủ thông tin | applicant_home_not_recorded  |

  Tình huống: Có nhà ở nhưng chưa có Giấy chứng nhận thì kết luận là tạm xác định
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày xét   | Có nhà ở | Diện tích nhà ở thuộc sở hữu | Số người đăng ký thường trú tại nhà ở đó | kết quả      | tạm xác định |
      | 01/05/2026 | không    |                              |                                          | đủ điều kiện | không        |
      | 01/05/2026 | có       | 100                          | 2                                        | đủ điều kiện | có           |
      | 01/05/2026 | có       | 20                           | 2                                        | đủ điều kiện | không        |
      | 01/02/2026 | có       | 100                          | 2                                        | đủ điều kiện | có           |

  Tình huống: Đang thuê nhà ở xã hội khác: Bộ Xây dựng trả lời là chưa được, luật không ghi
    Biết "Đang thuê nhà ở xã hội" là có
    Và "Mua chính căn nhà đang thuê, thuê mua" là không
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "không đủ điều kiện"
    Và kết luận là tạm xác định
    Và không đạt "not_tenant_elsewhere"

  Tình huống: Đang thuê và không còn điều kiện khác thì không phải tạm xác định
    Biết "Đang thuê nhà ở xã hội" là có
    Và "Đăng ký tại dự án khác" là có
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "không đủ điều kiện"
    Và kết luận không phải tạm xác định

  Tình huống: Chỉ khi cả hai điểm còn cách hiểu khác cùng đổi thì kết quả mới đổi
    Biết ngày xét là 01/09/2025
    Và "Thu nhập" là 14 triệu
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Đang thuê nhà ở xã hội | Thu nhập tháng cao nhất | Đăng ký tại dự án khác | kết quả            | tạm xác định |
      | có                     | 16 triệu                | không                  | không đủ điều kiện | có           |
      | có                     | 16 triệu                | có                     | không đủ điều kiện | không        |
      | không                  | 15 triệu                | không                  | đủ điều kiện       | không        |

  Tình huống: Nhà ở xa nơi làm việc khi chưa rõ khoảng cách
    Biết "Có nhà ở" là có
    Và "Có tên trong Giấy chứng nhận" là có
    Và "Giấy chứng nhận có thông tin về nhà ở" là có
    Và "Diện tích nhà ở thuộc sở hữu" là 100
    Và "Số người đăng ký thường trú tại nhà ở đó" là 2
    Và "Khoảng cách từ nhà ở đến nơi làm việc" là (trống)
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"
    Và chưa xác định "home_far_from_work"
    Và chưa xác định "far_from_work_case"

  Tình huống: Chưa rõ số người trong nhà chật hẹp
    Biết "Có nhà ở" là có
    Và "Có tên trong Giấy chứng nhận" là có
    Và "Giấy chứng nhận có thông tin về nhà ở" là có
    Và "Diện tích nhà ở thuộc sở hữu" là 50
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"
    Và chưa xác định "home_too_small"
    Và chưa xác định "lacks_adequate_home"

  Tình huống: Phụ nữ thuộc nhóm ưu tiên theo dự án mở nhận hồ sơ trước hay từ ngày 09/02/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày dự án bắt đầu nhận hồ sơ đăng ký | Phụ nữ đơn thân hoặc là chủ hộ | Nguồn vốn xây dựng dự án | kết quả      | đạt            |
      | 08/02/2026                            | không                          | Chủ đầu tư               | đủ điều kiện | priority_woman |
      | 09/02/2026                            | có                             | Chủ đầu tư               | đủ điều kiện | priority_woman |
      | 01/03/2026                            | không                          | Vốn đầu tư công          | đủ điều kiện | priority_woman |

  Tình huống: Thứ tự ưu tiên không làm thay đổi kết quả
    Biết "Là người khuyết tật" là có
    Và "Được bố trí tái định cư theo hình thức mua, thuê mua nhà ở xã hội" là có
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và thuộc diện ưu tiên "Người khuyết tật"
    Và thuộc diện ưu tiên "priority_resettled"
    Và thuộc diện ưu tiên "priority_woman"
    Và kết quả từng dòng là:
      | thông tin                                              | giá trị     | kết quả      |
      | Ngày dự án bắt đầu nhận hồ sơ đăng ký                  |             | đủ điều kiện |
      | Phụ nữ đơn thân hoặc là chủ hộ                         |             | đủ điều kiện |
      | Phụ nữ đơn thân hoặc là chủ hộ                         | không       | đủ điều kiện |
      | Giới tính                                              | Nam         | đủ điều kiện |
      | Là người khuyết tật                                    |             | đủ điều kiện |
      | Được bố trí tái định cư theo hình thức mua, thuê mua nhà ở xã hội | | đủ điều kiện |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ |             | đủ điều kiện |

  Tình huống: Người có công, thân nhân liệt sĩ đứng đầu thứ tự ưu tiên
    Biết "Đã được công nhận người có công hoặc thân nhân liệt sĩ" là có
    Và "Diện người có công" là Thương binh
    Và "Người có công còn sống" là có
    Và "Thân nhân liệt sĩ" là Con
    Và "Người có công, thân nhân liệt sĩ nêu trong hồ sơ là chính người đứng đơn" là có
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì thuộc diện ưu tiên "priority_merit"
    Và thuộc diện ưu tiên "priority_martyr_relative"

  Tình huống: Giấy tờ cần nộp theo ngày và theo đối tượng
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì cần giấy tờ "Giấy xác nhận về đối tượng, thu nhập"
    Và cần giấy tờ "Đơn đăng ký mua, thuê mua, thuê nhà ở xã hội"
    Và không cần giấy tờ "Bảng tiền công, tiền lương 12 tháng liền kề"
    Và không cần giấy tờ "Đơn đề nghị xác nhận điều kiện về thu nhập"

  Tình huống: Người lao động tự do tự kê khai thu nhập
    Biết "Nhóm đối tượng" là người thu nhập thấp
    Và "Có hợp đồng lao động" là không
    Và "Đang hưởng lương hưu do Bảo hiểm xã hội chi trả" là không
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và cần giấy tờ "Đơn đề nghị xác nhận điều kiện về thu nhập"
    Và không cần giấy tờ "Giấy xác nhận về đối tượng, thu nhập"

  Tình huống: Hộ nghèo nông thôn được mua khi tỉnh quy định; được tặng nhà thì không
    Biết "Nhóm đối tượng" là Hộ nghèo nông thôn
    Và "Diện hộ" là Hộ nghèo
    Và "Đã được tặng nhà ở (khoản 3 Điều 77 Luật Nhà ở)" là không
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "province_lets_rural_poor_buy" theo "khoản 1 Điều 77 Luật Nhà ở 27/2023/QH15"
    Và đạt "no_gift_house"
    Và kết quả từng dòng là:
      | Đã được tặng nhà ở (khoản 3 Điều 77 Luật Nhà ở) | kết quả            | không đạt         |
      | có                                              | không đủ điều kiện | rural_poor_income |
      | có                                              | không đủ điều kiện | no_gift_house     |

  Tình huống: Dự án của chủ đầu tư vừa bán vừa cho thuê mua
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì đạt "project_sells"
    Và đạt "project_lease_sells"

  Khung tình huống: Người có công, thân nhân liệt sĩ được ưu tiên khi đã được công nhận
    Biết hồ sơ:
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | <công nhận> |
      | Diện người có công                                     | <diện>      |
      | Người có công còn sống                                 | <còn sống>  |
      | Thân nhân liệt sĩ                                      | <thân nhân> |
      | Người có công, thân nhân liệt sĩ nêu trong hồ sơ là chính người đứng đơn | <của ai> |
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì <người có công> "priority_merit"
    Và <thân nhân liệt sĩ> "priority_martyr_relative"

    Dữ liệu:
      | công nhận | diện        | còn sống | thân nhân                  | của ai | người có công            | thân nhân liệt sĩ        |
      | có        | Thương binh | có       | Cha đẻ, mẹ đẻ              | có     | thuộc diện ưu tiên       | thuộc diện ưu tiên       |
      | có        | Không       | (trống)  | Vợ                         | có     | không thuộc diện ưu tiên | thuộc diện ưu tiên       |
      | có        | Không       | (trống)  | Người có công nuôi liệt sĩ | có     | không thuộc diện ưu tiên | thuộc diện ưu tiên       |
      | có        | Không       | (trống)  | Người thân khác            | có     | không thuộc diện ưu tiên | không thuộc diện ưu tiên |
      | có        | Thương binh | không    | Người thân khác            | có     | không thuộc diện ưu tiên | không thuộc diện ưu tiên |
      | không     | Thương binh | có       | Con                        | có     | không thuộc diện ưu tiên | không thuộc diện ưu tiên |
      | có        | Thương binh | có       | Con                        | không  | không thuộc diện ưu tiên | không thuộc diện ưu tiên |

  Khung tình huống: Ai thuộc nhóm nữ giới được ưu tiên, theo ngày xét và ngày dự án nhận hồ sơ
    Biết hồ sơ:
      | Giới tính                             | <giới>     |
      | Phụ nữ đơn thân hoặc là chủ hộ        | <đơn thân> |
      | Ngày dự án bắt đầu nhận hồ sơ đăng ký | <nhận>     |
      | Nguồn vốn xây dựng dự án              | <vốn>      |
    Và ngày xét là <ngày>
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì <ưu tiên> "priority_woman"

    Dữ liệu:
      | ngày       | giới | đơn thân | nhận       | vốn             | ưu tiên                  |
      | 01/08/2024 | Nữ   | không    | 01/07/2024 | Chủ đầu tư      | thuộc diện ưu tiên       |
      | 01/08/2024 | Nam  | (trống)  | 01/07/2024 | Chủ đầu tư      | không thuộc diện ưu tiên |
      | 08/02/2026 | Nữ   | không    | 09/02/2026 | Chủ đầu tư      | thuộc diện ưu tiên       |
      | 09/02/2026 | Nữ   | không    | 09/02/2026 | Chủ đầu tư      | không thuộc diện ưu tiên |
      | 01/05/2026 | Nữ   | không    | 08/02/2026 | Chủ đầu tư      | thuộc diện ưu tiên       |
      | 01/05/2026 | Nữ   | không    | 09/02/2026 | Chủ đầu tư      | không thuộc diện ưu tiên |
      | 01/05/2026 | Nữ   | có       | 09/02/2026 | Chủ đầu tư      | thuộc diện ưu tiên       |
      | 01/05/2026 | Nữ   | không    | 01/03/2026 | Vốn đầu tư công | thuộc diện ưu tiên       |
      | 01/05/2026 | Nam  | (trống)  | 01/03/2026 | Chủ đầu tư      | không thuộc diện ưu tiên |
      | 01/05/2026 | Nam  | (trống)  | 01/02/2026 | Chủ đầu tư      | không thuộc diện ưu tiên |

  # K4: khoản 1 Điều 76 và điểm b khoản 1 Điều 78 Luật Nhà ở chỉ miễn xét thu nhập cho chính người có công, thân nhân liệt sĩ.
  Tình huống: Công nhân có cha là thương binh còn sống thì vẫn xét thu nhập
    Biết hồ sơ:
      | Nhóm đối tượng                                         | (trống)     |
      | Nghề nghiệp                                            | Công nhân   |
      | Thu nhập                                               | 60 triệu    |
      | Diện người có công                                     | Thương binh |
      | Người có công còn sống                                 | có          |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | có          |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | không       |
      | Diện hộ                                                | Không       |
      | Đã trả lại nhà ở công vụ                               | không       |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở          | không       |
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Người có công, thân nhân liệt sĩ nêu trong hồ sơ là chính người đứng đơn | kết quả            | đạt           | không đạt         | chưa xác định        |
      | có                                                                       | đủ điều kiện       | income_exempt |                   |                      |
      | không                                                                    | không đủ điều kiện |               | income_within_cap |                      |
      |                                                                          | chưa đủ thông tin  |               |                   | group_merit          |

  # M9: không ghi quốc tịch thì coi là công dân Việt Nam; người nước ngoài không được mua theo một cách hiểu.
  Tình huống: Người nước ngoài
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Là công dân Việt Nam | kết quả            | tạm xác định | không đạt            |
      |                      | đủ điều kiện       | không        |                      |
      | có                   | đủ điều kiện       | không        |                      |
      | không                | không đủ điều kiện | có           | vietnamese_applicant |

  # m1: nơi cư trú, thuế không phải là điều kiện; hồ sơ có ghi thì trả lời có nói.
  Tình huống: Không thường trú, có nộp thuế thu nhập cá nhân
    Biết "Đăng ký cư trú tại tỉnh nơi có dự án" là Không
    Và "Được xác nhận không phải nộp thuế thu nhập cá nhân thường xuyên" là không
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và kết luận không phải tạm xác định
    Và có lưu ý về "residence_in_province"

  # p1: chữ của các danh sách thực tế.
  Tình huống: Danh sách ghi thương binh, bộ đội ở cột nhóm đối tượng
    Biết "Đã hưởng chính sách nhà ở cho lực lượng vũ trang" là không
    Và "Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá" là 30 triệu
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Nhóm đối tượng | kết quả      | đạt                 |
      | Thương binh    | đủ điều kiện | income_exempt       |
      | bệnh binh      | đủ điều kiện | income_exempt       |
      | mẹ liệt sĩ     | đủ điều kiện | income_exempt       |
      | bộ đội         | đủ điều kiện | armed_forces_income |

  # M1: Luật Dân số có hiệu lực từ ngày 01/7/2026; danh sách ghi nhóm này trước đó thì chưa tính.
  Tình huống: Danh sách ghi người có từ 02 con đẻ trở lên, trước ngày 01/7/2026
    Biết "Nhóm đối tượng" là Người có từ 02 con đẻ trở lên (khoản 13)
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày xét   | kết quả            | đạt            | không đạt      |
      | 30/06/2026 | không đủ điều kiện |                | buying_subject |
      | 30/06/2026 | không đủ điều kiện |                | income_exempt  |
      | 01/07/2026 | đủ điều kiện       | buying_subject |                |

  Khung tình huống: Danh sách ghi công nhân và người có từ 02 con đẻ trở lên: ưu tiên từ ngày 01/7/2026
    Biết "Nhóm đối tượng" là công nhân; Người có từ 02 con đẻ trở lên (khoản 13)
    Và ngày xét là <ngày>
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và <ưu tiên> "priority_two_children"

    Dữ liệu:
      | ngày       | ưu tiên                  |
      | 30/06/2026 | không thuộc diện ưu tiên |
      | 01/07/2026 | thuộc diện ưu tiên       |

  # M1, two_children_income: điểm chưa rõ chỉ về nhóm có từ 02 con đẻ; các nhóm khác vẫn được miễn xét thu nhập theo Luật.
  Tình huống: Nhóm được miễn xét thu nhập từ ngày 01/7/2026, thu nhập vượt mức trần
    Biết "Thu nhập" là 60 triệu
    Và ngày xét là 01/07/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Nhóm đối tượng                           | kết quả      | đạt           | tạm xác định |
      | Người đã trả lại nhà ở công vụ (khoản 9) | đủ điều kiện | income_exempt | không        |
      | Bị thu hồi đất, phải phá dỡ nhà ở (khoản 10) | đủ điều kiện | income_exempt | không        |
      | Người có từ 02 con đẻ trở lên (khoản 13) | đủ điều kiện | income_exempt | có           |
